import type { Expansion, Expression, InterpolationFault } from './expression.ts'
import { parseExpression } from './parse-expression.ts'
import { fromBytes, toBytes } from '../utf8.ts'

/** Variables by name; a name that is not there is unset, which differs from empty. */
export type Environment = Readonly<Record<string, string>>

/** The text after interpolation, or what keeps the agent from it. */
export type Interpolation = { readonly text: string } | { readonly fault: InterpolationFault }

/**
 * Replaces `$NAME` and `${NAME…}` in a text exactly as the agent does at upload (docs/spec/upload.md §4.1). Substrings
 * count bytes. A fault is returned, never thrown.
 *
 * ```ts
 * interpolate('git-${COMMIT:0:7}', { COMMIT: 'cafe1234beef' }) // { text: 'git-cafe123' }
 * ```
 */
export function interpolate(text: string, env: Environment): Interpolation {
  if (!text.includes('$')) return { text }
  const parsed = parseExpression(text)
  if ('kind' in parsed) return { fault: parsed }
  const expanded = expand(parsed, env)
  return typeof expanded === 'string' ? { text: fromBytes(expanded) } : { fault: expanded }
}

function expand(parts: Expression, env: Environment): string | InterpolationFault {
  let bytes = ''
  for (const part of parts) {
    const expanded = typeof part === 'string' ? toBytes(part) : expandOne(part, env)
    if (typeof expanded !== 'string') return expanded
    bytes += expanded
  }
  return bytes
}

function expandOne(expansion: Expansion, env: Environment): string | InterpolationFault {
  const isSet = Object.hasOwn(env, expansion.name)
  const value = isSet ? toBytes(env[expansion.name]!) : ''
  switch (expansion.form) {
    case 'value':
      return value
    case 'if-empty':
      return value === '' ? expand(expansion.word, env) : value
    case 'if-unset':
      return isSet ? value : expand(expansion.word, env)
    case 'required':
      return isSet ? value : unset(expansion.name, expand(expansion.word, env))
    case 'substring':
      return substring(value, expansion.offset, expansion.length)
  }
}

function unset(name: string, message: string | InterpolationFault): InterpolationFault {
  if (typeof message !== 'string') return message
  return { kind: 'unset', at: 0, message: `$${name}: ${fromBytes(message) || 'not set'}` }
}

function substring(bytes: string, offset: number, length: number | undefined): string {
  const from = Math.min(Math.max(offset < 0 ? offset + bytes.length : offset, 0), bytes.length)
  if (length === undefined) return bytes.slice(from)
  const to = length < 0 ? Math.max(bytes.length + length, from) : from + length
  return bytes.slice(from, to)
}
