import { isList, isMap } from './value.ts'
import type { Value } from './value.ts'

/**
 * A scalar as the agent writes it where it wants a text (Go's `fmt.Sprint`; docs/spec/pipeline.md §2.4): `1.50` is
 * "1.5", `1e6` is "1e+06". Returns undefined for what it refuses: null, lists, maps, timestamps, integers beyond int64.
 */
export const goText = (value: Value): string | undefined => {
  switch (typeof value) {
    case 'string':
      return value
    case 'boolean':
      return String(value)
    case 'number':
      return floatText(value)
    case 'bigint':
      return value < 2n ** 63n ? String(value) : undefined
    default:
      return undefined
  }
}

// %v of a float64: the shortest digits; an exponent below 1e-4 and from 1e6 on.
const floatText = (value: number): string => {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf'
  if (Object.is(value, -0)) return '-0'
  const size = Math.abs(value)
  if (size === 0 || (size >= 1e-4 && size < 1e6)) return String(value)
  return value.toExponential().replace(/e([-+])(\d)$/, 'e$10$2')
}

/** What a message calls a value. */
export const typeName = (value: Value): string => {
  if (value === null) return 'null'
  if (isList(value)) return 'a list'
  if (isMap(value)) return 'a mapping'
  switch (typeof value) {
    case 'string':
      return 'a text'
    case 'boolean':
      return String(value)
    case 'bigint':
      return goText(value) === undefined ? 'an integer beyond 64 bits' : 'an integer'
    case 'number':
      return 'a floating-point number'
    default:
      return 'a timestamp'
  }
}
