import { escapeDollar } from '../agent/interpolation/escape-dollar.ts'
import { interpolate } from '../agent/interpolation/interpolate.ts'
import type { Environment } from '../agent/interpolation/interpolate.ts'
import { escapeKey } from './escape-key.ts'

export interface EmitOptions {
  /** Whether the agent will interpolate the output, as it does by default; false for its flag `--no-interpolation`. */
  readonly interpolation?: boolean | undefined
  /** With `interpolation: false`: the variables from which `interpolated(…)` values are filled in. Default: none. */
  readonly env?: Environment | undefined
  /** Whether `env` wins over the pipeline's own, as with the agent's experiment `interpolation-prefers-runtime-env`. */
  readonly prefersRuntime?: boolean | undefined
}

/** How texts are written at the places that the agent interpolates. */
export interface TextRules {
  readonly literal: (text: string) => string
  readonly key: (text: string) => string
  readonly interpolated: (text: string) => string
}

/** For an agent that interpolates. */
export const escaping: TextRules = {
  literal: escapeDollar,
  key: escapeKey,
  interpolated: (text) => text,
}

/** For an agent that does not: expressions are filled in here, as the agent would have done. */
export function evaluating(known: Environment): TextRules {
  return { literal: (text) => text, key: (text) => text, interpolated: (text) => evaluate(text, known) }
}

function evaluate(text: string, env: Environment): string {
  const result = interpolate(text, env)
  if ('text' in result) return result.text
  throw new Error(`interpolated(${JSON.stringify(text)}) cannot be filled in: ${result.fault.message}`)
}
