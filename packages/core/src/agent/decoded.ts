import type { Path } from '@kitewright/schema'
import { typeName } from './go-text.ts'
import type { Json } from './json.ts'
import type { Value } from './value.ts'

/** What the agent prints for a value, or why it does not take it. */
export type Decoded<Printed extends Json = Json> = { readonly json: Printed } | Mismatch

/** A value that does not fit. The agent then passes on the whole step as it is, or refuses the document. */
export interface Mismatch {
  readonly mismatch: string
  /** From the value that was decoded to the one that does not fit. */
  readonly path: Path
}

export function mismatch(wanted: string, value: Value): Mismatch {
  return { mismatch: `${wanted}, not ${typeName(value)}`, path: [] }
}

/** The same, seen from what holds the value under a name or an index. */
export function within<Result extends object>(segment: string | number, decoded: Result | Mismatch): Result | Mismatch {
  return 'mismatch' in decoded ? { ...decoded, path: [segment, ...decoded.path] } : decoded
}

/** Every item of a list, or the first that does not fit. */
export function decodeItems(items: readonly Value[], decodeItem: (item: Value) => Decoded): Decoded<readonly Json[]> {
  const list: Json[] = []
  for (const [index, item] of items.entries()) {
    const decoded = within(index, decodeItem(item))
    if ('mismatch' in decoded) return decoded
    list.push(decoded.json)
  }
  return { json: list }
}
