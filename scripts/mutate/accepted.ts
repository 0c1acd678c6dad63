import { readFileSync } from 'node:fs'
import type { Shown } from './report.ts'

/** Mutants that may survive, and why: they change nothing that can be seen, or nothing that matters. */
interface Group {
  readonly reason: string
  readonly mutants: readonly Shown[]
}

/** The mutants that may survive. */
export function readAccepted(path: string): readonly Shown[] {
  return (JSON.parse(readFileSync(path, 'utf8')) as readonly Group[]).flatMap(({ mutants }) => mutants)
}

/** Whether two are the same mutant: known by its line's text, wherever that stands in its file. */
export function isSame(one: Shown, other: Shown): boolean {
  return (['file', 'code', 'before', 'after'] as const).every((name) => one[name] === other[name])
}
