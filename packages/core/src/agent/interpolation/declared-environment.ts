import { interpolatedText, isInterpolated } from '@kitewright/schema'
import { goText } from '../go-text.ts'
import { wireValue } from '../wire-value.ts'
import { interpolate } from './interpolate.ts'
import type { Environment } from './interpolate.ts'

/** What a pipeline's own `env` comes to. */
export interface DeclaredEnvironment {
  /** The variables that the pipeline's texts see. */
  readonly known: Environment
  /** The pipeline's `env` as it is sent: entries that could be filled in are texts. */
  readonly declared: unknown
}

/**
 * Fills in a pipeline's own `env`: the given variables are overridden entry by entry, each visible to the next
 * (docs/spec/upload.md §4.4). An entry that cannot be filled in is no variable, and stays as it is.
 *
 * @param prefersRuntime Whether a variable that is there already keeps its value, as with the agent's experiment
 *   `interpolation-prefers-runtime-env`.
 */
export function declareEnvironment(pipeline: unknown, env: Environment, prefersRuntime = false): DeclaredEnvironment {
  const declared: unknown = isMap(pipeline) ? pipeline['env'] : undefined
  if (!isMap(declared)) return { known: env, declared }
  const known: Record<string, string> = { ...env }
  const entries = Object.entries(declared).map(([name, value]): [string, unknown] => {
    const text = entryText(value, known)
    if (text !== undefined && !(prefersRuntime && Object.hasOwn(known, name))) known[name] = text
    return [name, isInterpolated(value) && text !== undefined ? text : value]
  })
  return { known, declared: Object.fromEntries(entries) }
}

/** The variables that a pipeline's texts see: the given ones, overridden by the pipeline's own `env`. */
export function declaredEnvironment(pipeline: unknown, env: Environment): Environment {
  return declareEnvironment(pipeline, env).known
}

function entryText(value: unknown, known: Environment): string | undefined {
  if (isInterpolated(value)) {
    const result = interpolate(value[interpolatedText], known)
    return 'text' in result ? result.text : undefined
  }
  return value === null ? '' : goText(wireValue(value))
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !isInterpolated(value)
}
