import type { EmitOptions } from './text-rules.ts'

/**
 * Whether a pipeline can be sent as its JSON stands: no text in it needs another form for the agent. Most pipelines have
 * no `$` to escape, no empty object, which is what JSON makes of an expression, and no NUL, with which a name that is an
 * expression begins. Returns false in doubt.
 */
export function isLiteral(json: string, { interpolation }: EmitOptions): boolean {
  const isEscaped = interpolation === false || !json.includes('$')
  return isEscaped && !json.includes('{}') && !json.includes('\\u0000')
}
