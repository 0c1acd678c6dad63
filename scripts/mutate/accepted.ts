import { existsSync, readFileSync } from 'node:fs'
import type { Shown } from './report.ts'

/** Mutants that may survive, and why: they change nothing that can be seen, or nothing that matters. */
interface Group {
  readonly reason: string
  readonly mutants: readonly Shown[]
}

/** What is accepted: the reason for each mutant, found by its line's text, wherever that stands in its file. */
export interface Accepted {
  reasonFor(mutant: Shown): string | undefined
  /** Those of some files that are not among the survivors any more. */
  unused(survivors: readonly Shown[], files: ReadonlySet<string>): readonly Shown[]
}

/** Reads the list of accepted survivors. */
export function readAccepted(path: string): Accepted {
  const groups = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly Group[]) : []
  const reasons = new Map(groups.flatMap(({ reason, mutants }) => mutants.map((mutant) => [keyOf(mutant), reason])))
  return {
    reasonFor: (mutant) => reasons.get(keyOf(mutant)),
    unused(survivors, files) {
      const alive = new Set(survivors.map(keyOf))
      return groups
        .flatMap(({ mutants }) => mutants)
        .filter((mutant) => files.has(mutant.file) && !alive.has(keyOf(mutant)))
    },
  }
}

function keyOf({ file, code, before, after }: Shown): string {
  return JSON.stringify([file, code, before, after])
}
