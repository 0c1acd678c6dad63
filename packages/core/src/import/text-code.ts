import { parseExpression } from '../agent/interpolation/parse-expression.ts'
import { call, literal } from './code.ts'
import type { Code } from './code.ts'

/**
 * A text of YAML as code. What the uploading agent fills in stays an expression; `$$` becomes the `$` that it stands for.
 *
 * @param interpolates Whether the agent interpolates the text's place (docs/spec/upload.md §4.3)
 */
export function textCode(text: string, interpolates: boolean): Code {
  if (!interpolates || !text.includes('$')) return literal(text)
  const parsed = parseExpression(text)
  const isLiteral = Array.isArray(parsed) && parsed.every((part) => typeof part === 'string')
  return isLiteral ? literal(parsed.join('')) : call('interpolated', literal(text))
}
