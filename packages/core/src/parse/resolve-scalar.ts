import { decodeBase64 } from './base64.ts'
import { excerpt } from '../agent/excerpt.ts'
import { readTimestamp } from './timestamp.ts'
import type { SourceScalar } from './source.ts'
import type { Value } from '../agent/value.ts'

/** A scalar's type after the rules of the agent's YAML reader (go-yaml v3, resolve.go). */
export type ScalarTag = 'null' | 'bool' | 'int' | 'float' | 'timestamp' | 'merge' | 'str' | 'binary' | 'other'

export interface ResolvedScalar {
  readonly tag: ScalarTag
  readonly value: Value
}

export interface Unresolved {
  readonly reason: string
}

const words: ReadonlyMap<string, ResolvedScalar> = new Map<string, ResolvedScalar>([
  ...['true', 'True', 'TRUE'].map((word) => [word, { tag: 'bool', value: true }] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, { tag: 'bool', value: false }] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, { tag: 'null', value: null }] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, { tag: 'float', value: Number.NaN }] as const),
  ...['', '+'].flatMap((sign) => ['.inf', '.Inf', '.INF'].map((word) => [sign + word, infinity(1)] as const)),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, infinity(-1)] as const),
  ['<<', { tag: 'merge', value: '<<' }],
])

function infinity(sign: 1 | -1): ResolvedScalar {
  return { tag: 'float', value: sign * Number.POSITIVE_INFINITY }
}

/** What a scalar means by its style and tag, or why it cannot be read. */
export const resolveScalar = (scalar: SourceScalar): ResolvedScalar | Unresolved => {
  if (scalar.tag !== undefined && scalar.tag !== '!') return resolveTagged(scalar.text, scalar.tag)
  return scalar.style === 'plain' ? resolvePlain(scalar.text) : asText(scalar.text)
}

/**
 * What a plain scalar means: `010` is 8, `1_000` is 1000, `yes` is a text, `2024-01-02` is a timestamp.
 *
 * @param text the scalar after line folding
 */
export const resolvePlain = (text: string): ResolvedScalar => {
  const word = words.get(text)
  if (word !== undefined) return word
  const first = text.charAt(0)
  if (first === '.') return asFloat(text, /^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/) ?? asText(text)
  if (!/^[-+0-9]/.test(first)) return asText(text)
  const timestamp = readTimestamp(text)
  if (timestamp !== undefined) return { tag: 'timestamp', value: timestamp }
  return (
    asInteger(text) ??
    asFloat(text.replaceAll('_', ''), /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/) ??
    asText(text)
  )
}

// An explicit tag counts for quoted texts too: `!!int "5"` is a number.
const resolveTagged = (text: string, tag: string): ResolvedScalar | Unresolved => {
  if (tag === '!!str') return { tag: 'str', value: text }
  if (tag === '!!binary') return decodeBinary(text)
  if (tag === '!!merge') return { tag: 'merge', value: text }
  if (!['!!null', '!!bool', '!!int', '!!float', '!!timestamp'].includes(tag)) return { tag: 'other', value: text }
  const wanted = tag.slice(2)
  const { tag: found, value } = tag === '!!timestamp' ? resolvePlain(text) : resolveUntimed(text)
  if (found === wanted) return { tag: found, value }
  if (wanted === 'float' && found === 'int') return { tag: 'float', value: Number(value) }
  return { reason: `cannot read ${found} \`${excerpt(text)}\` as ${wanted}` }
}

const resolveUntimed = (text: string): ResolvedScalar => {
  const resolved = resolvePlain(text)
  return resolved.tag === 'timestamp' ? asText(text) : resolved
}

const asText = (text: string): ResolvedScalar => ({ tag: 'str', value: text })

const asFloat = (text: string, form: RegExp): ResolvedScalar | undefined => {
  if (!form.test(text)) return undefined
  const value = Number(text.replaceAll('_', ''))
  return Number.isFinite(value) ? { tag: 'float', value } : undefined
}

// Go's ParseInt with base 0 after every `_` is gone: a leading zero is octal. Bounds: int64, then uint64.
const asInteger = (text: string): ResolvedScalar | undefined => {
  const match = /^([-+]?)(?:0[xX]([\da-fA-F]+)|0[oO]?([0-7]+)|0[bB]([01]+)|(0|[1-9]\d*))$/.exec(
    text.replaceAll('_', ''),
  )
  if (match === null) return undefined
  const [, sign = '', hexadecimal, octal, binary, decimal] = match
  const digits = (hexadecimal ?? octal ?? binary ?? decimal ?? '').replace(/^0+(?=.)/, '')
  // 64 bits have no more digits, and reading a million of them takes seconds.
  if (digits.length > 64) return undefined
  const size = BigInt(`${hexadecimal ? '0x' : octal ? '0o' : binary ? '0b' : ''}${digits}`)
  const value = sign === '-' ? -size : size
  const largest = sign === '' ? 2n ** 64n - 1n : 2n ** 63n - 1n
  return value >= -(2n ** 63n) && value <= largest ? { tag: 'int', value } : undefined
}

const decodeBinary = (text: string): ResolvedScalar | Unresolved => {
  const value = decodeBase64(text)
  return value === undefined ? { reason: '!!binary needs base64' } : { tag: 'binary', value }
}
