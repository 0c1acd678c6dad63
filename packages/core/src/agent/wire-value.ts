import { interpolatedText, isInterpolated, keyExpression, type PlainMap } from '@kitewright/schema'
import type { Value, ValueMap } from './value.ts'

/**
 * Wire data as the agent reads it from the text that carries it: expressions as their text, without entries that are
 * undefined, and `null` for what no text can carry.
 */
export function wireValue(data: unknown): Value {
  if (typeof data === 'string' || typeof data === 'boolean') return data
  if (typeof data === 'number') return numberValue(data)
  if (typeof data !== 'object' || data === null) return null
  if (isInterpolated(data)) return data[interpolatedText]
  return Array.isArray(data) ? Array.from(data, wireValue) : new WireMap(data as PlainMap)
}

/** A number as YAML has it: digits alone are an integer, up to 64 bits. JavaScript rounds the digits that it writes. */
function numberValue(number: number): Value {
  if (Number.isSafeInteger(number)) return BigInt(number)
  const digits = String(number)
  if (!Number.isInteger(number) || digits.includes('e')) return number
  const integer = BigInt(digits)
  return integer >= -(2n ** 63n) && integer < 2n ** 64n ? integer : number
}

/** A map whose values are read when they are asked for: most of a step's never are. */
class WireMap implements ValueMap {
  readonly #items = new Map<string, unknown>()

  constructor(data: PlainMap) {
    for (const name of Object.keys(data)) {
      const item = data[name]
      if (item !== undefined) this.#items.set(keyExpression(name) ?? name, item)
    }
  }

  get size(): number {
    return this.#items.size
  }

  has(name: string): boolean {
    return this.#items.has(name)
  }

  get(name: string): Value | undefined {
    const item = this.#items.get(name)
    return item === undefined ? undefined : wireValue(item)
  }

  keys(): Iterable<string> {
    return this.#items.keys()
  }

  *[Symbol.iterator](): Iterator<readonly [string, Value]> {
    for (const [name, item] of this.#items) yield [name, wireValue(item)]
  }
}
