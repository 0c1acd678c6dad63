import { isList, isMap, isTimestamp } from '../../packages/core/src/agent/value.ts'
import type { Value } from '../../packages/core/src/agent/value.ts'
import { escapeSpecial } from '../../packages/core/src/emit/escape-special.ts'

/** Writes a value as YAML in one line: like JSON, with the numbers and times that only YAML has. */
export function writeValue(value: Value): string {
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'number') return writeFloat(value)
  if (isList(value)) return `[${value.map(writeValue).join(', ')}]`
  if (isMap(value)) return `{${[...value].map((entry) => entry.map(writeValue).join(': ')).join(', ')}}`
  if (value !== null && isTimestamp(value)) return value.timestamp
  return escapeSpecial(JSON.stringify(value))
}

/** With an exponent even where an integer would do, so that it is none. */
function writeFloat(value: number): string {
  if (Number.isNaN(value)) return '.nan'
  if (!Number.isFinite(value)) return value < 0 ? '-.inf' : '.inf'
  return Object.is(value, -0) ? '-0e0' : value.toExponential()
}
