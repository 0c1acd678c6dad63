import { interpolatedMark, isInterpolated, keyExpression } from '@kitewright/schema'
import type { Value } from './value.ts'

/**
 * Wire data as the agent reads it from the text that carries it: expressions as their text, without entries that are
 * undefined, and `null` for what no text can carry.
 */
export function wireValue(data: unknown): Value {
  if (typeof data === 'string' || typeof data === 'boolean') return data
  if (typeof data === 'number') return numberValue(data)
  if (typeof data !== 'object' || data === null) return null
  if (isInterpolated(data)) return data[interpolatedMark]
  if (Array.isArray(data)) return Array.from(data, wireValue)
  const map = new Map<string, Value>()
  for (const [name, item] of Object.entries(data)) {
    if (item !== undefined) map.set(keyExpression(name) ?? name, wireValue(item))
  }
  return map
}

/** A number as YAML has it: digits alone are an integer, up to 64 bits. */
function numberValue(number: number): Value {
  return Number.isInteger(number) && number >= -(2 ** 63) && number < 2 ** 64 ? BigInt(number) : number
}
