import type { EmitOptions } from './text-rules.ts'

/**
 * Whether no text of a pipeline needs another form for the agent, as its JSON shows. A look at all of it at once, for most
 * pipelines have nothing to be changed: no `$` to escape, no empty object, which is what JSON makes of an expression, and
 * no NUL, with which names that are expressions begin. In doubt, no.
 */
export function isLiteral(json: string, { interpolation }: EmitOptions): boolean {
  const isEscaped = interpolation === false || !json.includes('$')
  return isEscaped && !json.includes('{}') && !json.includes('\\u0000')
}
