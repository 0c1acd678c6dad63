import { type Interpolated, interpolatedText, type InterpolatedValue } from '@kitewright/schema'

/**
 * A value that the uploading agent fills in from its environment. All other text is literal.
 *
 * @see https://buildkite.com/docs/agent/cli/reference/pipeline#environment-variable-substitution
 * @param text With `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:0:7}` (bytes) or `${NAME?message}`.
 * @returns A value for every attribute that the agent interpolates; elsewhere `kitewright check` refuses it. It is a
 *   whole value: joined to a text, in a template literal or as a key, it does not compile, and throws where it is tried.
 * @example
 * command({ label: 'Image', command: 'docker build .', env: { TAG: interpolated('git-${BUILDKITE_COMMIT:0:7}') } })
 */
export function interpolated(text: string): Interpolated {
  if (typeof text !== 'string') return misused as never
  // Enumerable, so that a copy refuses the same, and a clone that would lose the text fails.
  const value = { [interpolatedText]: text, [Symbol.toPrimitive]: refuse, toString: refuse, toJSON: refuse }
  return Object.freeze(value) as InterpolatedValue
}

function refuse(this: InterpolatedValue): never {
  const text = this[interpolatedText]
  throw new TypeError(
    `interpolated(${quoted(text)}) is a whole value, which only the uploading agent can fill in: put the text around it ` +
      `inside, interpolated(${quoted(`… ${text} …`)}), and as the name of an entry write [interpolatedKey(${quoted(text)})]`,
  )
}

const quoted = (text: string): string => `'${text.length > 60 ? `${text.slice(0, 60)}…` : text}'`

/** What is made of something that is no text: no data, so that the checks refuse it wherever it stands. */
const misused = Object.freeze(
  Object.create({
    constructor: Object.freeze({ name: 'interpolated(…), which takes a text' }),
    [Symbol.toPrimitive]: refuseValue,
    toString: refuseValue,
  }),
)

function refuseValue(): never {
  throw new TypeError('interpolated(…) takes a text')
}
