import { isInterpolated } from '@kitewright/schema'

/** A YAML map, as plain data. */
export type PlainMap = Readonly<Record<string, unknown>>

/** A field that the agent models: its name, then its aliases by precedence, and whether a value decodes into it. */
export interface Field {
  readonly names: readonly string[]
  readonly fits: (value: unknown) => boolean
}

/** Whether all modelled fields of a map decode; `taken` is a name that an outer layer has used up. */
export function allFit(map: PlainMap, fields: readonly Field[], taken?: string): boolean {
  for (const field of fields) {
    const name = nameUsed(map, field, taken)
    if (name !== undefined && !field.fits(map[name])) return false
  }
  return true
}

/** Which of a field's names a map uses, if any. */
export function nameUsed(map: PlainMap, { names }: Field, taken?: string): string | undefined {
  for (const name of names) if (name !== taken && has(map, name)) return name
  // The agent splits an absent list of aliases into one empty name, so that a field without aliases answers to `''`.
  return names.length === 1 && has(map, '') ? '' : undefined
}

export function has(map: PlainMap, name: string): boolean {
  return map[name] !== undefined && Object.hasOwn(map, name)
}

export function isMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isInterpolated(value)
}

export function isString(value: unknown): boolean {
  return typeof value === 'string' || isInterpolated(value)
}

/** A scalar, which the agent turns into a string; null becomes an empty one. */
export function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'number' || typeof value === 'boolean' || isString(value)
}

/** One scalar, or a list of them. */
export function isScalarOrList(value: unknown): boolean {
  return isScalar(value) || isListOf(isScalar)(value)
}

export function isListOf(fits: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(fits)
}

export function isMapOf(fits: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => isMap(value) && Object.values(value).every((item) => item === undefined || fits(item))
}

export function orNull(fits: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => value === null || fits(value)
}

export function either(...shapes: readonly ((value: unknown) => boolean)[]): (value: unknown) => boolean {
  return (value) => shapes.some((fits) => fits(value))
}

export function isMapWith(fields: readonly Field[]): (value: unknown) => boolean {
  return (value) => isMap(value) && allFit(value, fields)
}
