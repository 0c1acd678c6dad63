import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A mutant as it is shown: by the line that it changes. */
export interface Shown {
  readonly file: string
  readonly code: string
  readonly before: string
  readonly after: string
}

/** A text that is equal for the same mutants, wherever their line stands in its file. */
export function keyOf({ file, code, before, after }: Shown): string {
  return JSON.stringify([file, code, before, after])
}

/** The mutants that may survive: each changes nothing that can be seen, or nothing that matters, for a reason. */
export function readAccepted(path: string): readonly Shown[] {
  const groups = JSON.parse(readFileSync(path, 'utf8')) as readonly { reason: string; mutants: readonly Shown[] }[]
  return groups.flatMap(({ mutants }) => mutants)
}

/** A mutant of a file, which is named from the root. */
export interface Mutant extends Shown {
  readonly id: number
  readonly start: number
  readonly line: number
}

/** What became of a mutant. One that no test comes by survives, too. */
export interface Outcome {
  readonly status: 'killed' | 'survived' | 'timed out'
  /** How many tests come by it. */
  readonly tests: number
}

/** A mutant that was tested. */
export type Tested = Mutant & Outcome

/** How many of the mutants are noticed, by folder. */
export function table(tested: readonly Tested[], accepted: ReadonlySet<string>): string {
  const folders = [...new Set(tested.map(({ file }) => dirname(file)))].toSorted()
  const row = (folder: string): string => {
    const all = tested.filter(({ file }) => dirname(`${file}/`).startsWith(folder))
    const survivors = all.filter(({ status }) => status === 'survived')
    const known = survivors.filter((one) => accepted.has(keyOf(one))).length
    const share = `${(100 * shareKilled(all)).toFixed(1)} %`
    const counts = [all.length - survivors.length, survivors.length - known, known]
    return `${counts.map((count) => String(count).padStart(8)).join('')}${share.padStart(9)}  ${folder || 'all'}\n`
  }
  return `  killed survived accepted   share  folder\n${[...folders, ''].map(row).join('')}`
}

/** The share of mutants that the tests notice, of 1. */
export function shareKilled(tested: readonly Tested[]): number {
  return 1 - tested.filter(({ status }) => status === 'survived').length / Math.max(1, tested.length)
}

/** A survivor in two lines. */
export function survivorText({ file, line, code, before, after, tests }: Tested): string {
  return `${file}:${line}  ${code}\n  ${shortly(before)} → ${shortly(after)}${tests === 0 ? '  (no test comes by it)' : ''}`
}

function shortly(text: string): string {
  const [first = '', ...more] = text.split('\n')
  return `${first.slice(0, 100)}${more.length > 0 || first.length > 100 ? ' …' : ''}` || '(nothing)'
}
