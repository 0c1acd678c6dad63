import type { Path } from '@kitewright/schema'
import { typeName } from './go-text.ts'
import type { Value } from './value.ts'

/** A value that does not fit. The agent then passes on the whole step as it is, or refuses the document. */
export interface Mismatch {
  readonly mismatch: string
  /** From the value that was looked at to the one that does not fit. */
  readonly path: Path
}

export function mismatch(wanted: string, value: Value): Mismatch {
  return { mismatch: `${wanted}, not ${typeName(value)}`, path: [] }
}

/** The same, seen from what holds the value under a name or an index. */
export function within<Result extends object>(segment: string | number, result: Result | Mismatch): Result | Mismatch {
  return 'mismatch' in result ? { ...result, path: [segment, ...result.path] } : result
}

/** The first item of a list that does not fit. */
export function mismatchAmong(
  items: readonly Value[],
  mismatchIn: (item: Value) => Mismatch | undefined,
): Mismatch | undefined {
  for (let index = 0; index < items.length; index++) {
    const found = mismatchIn(items[index] ?? null)
    if (found !== undefined) return within(index, found)
  }
  return undefined
}
