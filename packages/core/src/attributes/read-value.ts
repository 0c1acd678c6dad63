import { isInterpolated, type PlainMap } from '@kitewright/schema'

/** The value if it is a map; an empty one otherwise. What the uploading agent fills in is no map. */
export function asMap(value: unknown): PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isInterpolated(value)
    ? (value as PlainMap)
    : {}
}

/** The value if it is a list; an empty one otherwise. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A list as it is, any other value as the only item of one, nothing as none. */
export function asListOfAny(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** Whether a switch is on, in either of the spellings that Buildkite takes. */
export function isOn(value: unknown): boolean {
  return value === true || value === 'true'
}

/** Whether an attribute is there and says something. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}
