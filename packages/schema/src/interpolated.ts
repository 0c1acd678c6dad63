import type { PlainMap } from './plain-map.ts'

/**
 * The symbol under which a value of `interpolated(…)` has its text. It is the same in every copy of the library: the
 * command, the author's import and an organisation's presets may each bring their own.
 */
export const interpolatedText: unique symbol = Symbol.for('kitewright.interpolated')

/** What `interpolated(…)` makes. */
export interface InterpolatedValue {
  /** The text with its `$NAME` and `${NAME…}` expressions, as the agent is to read it. */
  readonly [interpolatedText]: string
}

declare const wholeValue: unique symbol

/**
 * A value that the uploading agent fills in, made by `interpolated('git-${BUILDKITE_COMMIT:0:7}')`.
 *
 * Accepted in every attribute that the agent interpolates, numbers and booleans included. It is a whole value: in a
 * template literal, joined to a text or as a key it is a compile error. (To the compiler it may be a symbol, which none
 * of these take.)
 *
 * @see https://buildkite.com/docs/agent/cli/reference/pipeline#environment-variable-substitution
 */
export type Interpolated = InterpolatedValue | typeof wholeValue

/** Whether a value was made by `interpolated(…)`. */
export function isInterpolated(value: unknown): value is InterpolatedValue {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, interpolatedText)
}

const symbolPrefix = 'kitewright.interpolated-key:'

/** The name of an entry in an author's map that the uploading agent fills in: a symbol, which is never taken for a text. */
export function keySymbol(text: string): symbol {
  return Symbol.for(symbolPrefix + text)
}

// No text of a pipeline can hold it: the agent refuses control characters.
const keyPrefix = '\u0000interpolated:'

/** The name of an entry of a graph's map that stands for a key that the uploading agent fills in. */
export function interpolatedKey(text: string): string {
  return keyPrefix + text
}

/** The names of a map's entries that were made by {@link keySymbol}. */
export function keySymbolsOf(map: object): readonly symbol[] {
  const symbols = Object.getOwnPropertySymbols(map)
  if (symbols.length === 0) return symbols
  return symbols.filter((symbol) => Symbol.keyFor(symbol)?.startsWith(symbolPrefix) === true)
}

/** An author's map with the names that the agent fills in as {@link interpolatedKey} has them, behind all others. */
export function withInterpolatedKeys(map: PlainMap): PlainMap {
  const symbols = keySymbolsOf(map)
  if (symbols.length === 0) return map
  const added = symbols.map((symbol): readonly [string, unknown] => [
    interpolatedKey((Symbol.keyFor(symbol) ?? '').slice(symbolPrefix.length)),
    (map as Readonly<Record<symbol, unknown>>)[symbol],
  ])
  return Object.fromEntries([...Object.entries(map), ...added])
}

/** The text of a key made by {@link interpolatedKey}; undefined for other keys. */
export function keyExpression(key: string): string | undefined {
  return key.startsWith(keyPrefix) ? key.slice(keyPrefix.length) : undefined
}

/** How a message shows the name of a property: an expression as its author wrote it. */
export function shownName(key: string): string {
  return keyExpression(key) ?? key
}
