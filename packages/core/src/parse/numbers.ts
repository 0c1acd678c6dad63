import type { Path } from '@kitewright/schema'
import { isJsonObject } from '../agent/json.ts'
import type { Json } from '../agent/json.ts'
import { isList, isMap } from '../agent/value.ts'
import type { Value } from '../agent/value.ts'

/** Where a value holds numbers of which `wanted` is true. A value that aliases share is looked at once. */
export const findNumbers = (root: Value, wanted: (value: number | bigint) => boolean): readonly Path[] => {
  const found: Path[] = []
  const seen = new Set<Value>()
  const visit = (value: Value, path: Path): void => {
    if (typeof value === 'number' || typeof value === 'bigint') {
      if (wanted(value)) found.push(path)
      return
    }
    if ((!isList(value) && !isMap(value)) || seen.has(value)) return
    seen.add(value)
    for (const [key, item] of isList(value) ? value.entries() : value) visit(item, [...path, key])
  }
  visit(root, [])
  return found
}

/** An integer that JavaScript rounds. */
export const isInexact = (value: number | bigint): boolean =>
  typeof value === 'bigint' && !Number.isSafeInteger(Number(value))

/** Where JSON data holds a number that JSON cannot write. */
export const findInfinite = (json: Json, path: Path = []): readonly Path[] => {
  if (typeof json === 'number') return Number.isFinite(json) ? [] : [path]
  if (Array.isArray(json)) return json.flatMap((item, index) => findInfinite(item, [...path, index]))
  return isJsonObject(json) ? Object.entries(json).flatMap(([key, item]) => findInfinite(item, [...path, key])) : []
}
