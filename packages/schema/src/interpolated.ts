/**
 * The symbol under which a value of `interpolated(…)` has its text. It is the same in every copy of the library: the
 * command, the author's import and an organisation's presets may each bring their own.
 */
export const interpolatedText: unique symbol = Symbol.for('kitewright.interpolated')

/**
 * A value that the uploading agent fills in, made by `interpolated('git-${BUILDKITE_COMMIT:0:7}')`.
 *
 * Accepted in every attribute that the agent interpolates, numbers and booleans included.
 *
 * @see https://buildkite.com/docs/agent/cli/reference/pipeline#environment-variable-substitution
 */
export interface Interpolated {
  /** The text with its `$NAME` and `${NAME…}` expressions, as the agent is to read it. */
  readonly [interpolatedText]: string
}

/** Whether a value was made by `interpolated(…)`. */
export function isInterpolated(value: unknown): value is Interpolated {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, interpolatedText)
}

// No text of a pipeline can hold it: the agent refuses control characters.
const keyPrefix = '\u0000interpolated:'

/** The name of an object's property that stands for a key that the uploading agent fills in. */
export function interpolatedKey(text: string): string {
  return keyPrefix + text
}

/** The text of a key made by {@link interpolatedKey}; undefined for other keys. */
export function keyExpression(key: string): string | undefined {
  return key.startsWith(keyPrefix) ? key.slice(keyPrefix.length) : undefined
}

/** How a message shows the name of a property: an expression as its author wrote it. */
export function shownName(key: string): string {
  return keyExpression(key) ?? key
}
