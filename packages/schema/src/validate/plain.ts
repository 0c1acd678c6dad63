import { isInterpolated } from '../interpolated.ts'
import { isPlainObject, type PlainMap } from '../plain-map.ts'

/** Whether a value is a map; what the agent is to fill in is none. */
export function isMap(value: unknown): value is PlainMap {
  return isPlainObject(value) && !isInterpolated(value)
}

/** Whether a value is a map whose entries all fit; those that are undefined are not there. */
export function isMapOf(value: unknown, fits: (item: unknown) => boolean): boolean {
  if (!isMap(value)) return false
  for (const name in value) if (value[name] !== undefined && !fits(value[name])) return false
  return true
}

/** Whether a value is a list of so many items that all fit. */
export function isListOf(value: unknown, fits: (item: unknown) => boolean, least: number, most: number): boolean {
  if (!Array.isArray(value) || value.length < least || value.length > most) return false
  for (let index = 0; index < value.length; index++) if (!fits(value[index])) return false
  return true
}

/** Whether a value is a whole number within limits. */
export function isWhole(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most
}

/** Whether a value is a text within limits, counted in UTF-16 units. */
export function isText(value: unknown, least: number, most: number): boolean {
  return typeof value === 'string' && value.length >= least && value.length <= most
}
