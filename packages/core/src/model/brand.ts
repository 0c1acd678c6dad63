import type { Trace } from './origin.ts'

/** The shape of the values this copy of the library makes. Another number in a value means: two copies that do not fit. */
export const modelVersion = 1

/** What every value of the library carries under its symbol. */
export interface Brand<Kind extends string = string> {
  readonly kind: Kind
  readonly version: number
  /** The call that made the value. */
  readonly trace: Trace
}

/**
 * Freezes attributes of ours and gives them a brand that the author does not see: not enumerable, so neither printing
 * nor spreading shows it, and a spread copy is a plain object again until a constructor makes a step of it.
 */
export function branded<Value extends object>(own: object, symbol: symbol, brand: object): Value {
  Object.defineProperty(own, symbol, { value: Object.freeze(brand) })
  return Object.freeze(own) as Value
}

/** The brand that a value carries under a symbol, whichever copy of the library made it. */
export function brandOf<Own extends Brand>(value: unknown, symbol: symbol): Own | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.hasOwn(value, symbol) ? ((value as { readonly [symbol]: Own })[symbol] as Own) : undefined
}
