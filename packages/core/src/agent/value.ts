import { jsonObject } from './json.ts'
import type { Json } from './json.ts'

/**
 * What one YAML document says once aliases and merges are resolved: the agent's own in-between form
 * (an ordered map, a list or a scalar).
 *
 * Integers are `bigint` and floating numbers `number`, since the agent treats `1000000` and `1e6` differently where
 * a text is wanted.
 */
export type Value = null | boolean | bigint | number | string | Timestamp | readonly Value[] | ValueMap

/** A mapping in the order of the file; keys are already texts. A `Map` is one. */
export interface ValueMap extends Iterable<readonly [name: string, value: Value]> {
  readonly size: number
  has(name: string): boolean
  get(name: string): Value | undefined
  keys(): Iterable<string>
}

/** A date or time of YAML 1.1, as the agent prints it in JSON. */
export interface Timestamp {
  readonly timestamp: string
}

export const isMap = (value: Value | undefined): value is ValueMap =>
  typeof value === 'object' && value !== null && !isList(value) && !isTimestamp(value)

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value)

export const isTimestamp = (value: Value): value is Timestamp =>
  typeof value === 'object' && value !== null && 'timestamp' in value

/** A value as JSON. Integers are rounded to what JavaScript holds. */
export const toJson = (value: Value): Json => {
  if (typeof value === 'bigint') return Number(value)
  if (isList(value)) return value.map(toJson)
  if (isMap(value)) return jsonObject([...value].map(([key, item]) => [key, toJson(item)]))
  return isTimestamp(value) ? value.timestamp : value
}
