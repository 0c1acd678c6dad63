import { type Interpolated, interpolatedKey, interpolatedText } from '@kitewright/schema'

/**
 * A value that the uploading agent fills in from its environment. All other text is literal.
 *
 * @see https://buildkite.com/docs/agent/cli/reference/pipeline#environment-variable-substitution
 * @param text With `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:0:7}` (bytes) or `${NAME?message}`.
 * @returns A value for every attribute that the agent interpolates; elsewhere `kitewright check` refuses it.
 * @example
 * // As a key of a map: { [String(interpolated('$NAME'))]: 'value' }
 * command({ label: 'Image', command: 'docker build .', env: { TAG: interpolated('git-${BUILDKITE_COMMIT:0:7}') } })
 */
export function interpolated(text: string): Interpolated {
  if (typeof text !== 'string') return misused as never
  const value = { [interpolatedText]: text }
  // As a property's name it is a text, and that text is known again where keys are printed.
  Object.defineProperty(value, 'toString', { value: () => interpolatedKey(text) })
  return Object.freeze(value)
}

/** What is made of something that is no text: no data, so that the checks refuse it wherever it stands. */
const misused = Object.freeze(
  Object.create({
    constructor: Object.freeze({ name: 'interpolated(…), which takes a text' }),
    toString: () => interpolatedKey('${}'),
  }),
)
