import { interpolatedMark, isInterpolated } from '@kitewright/schema'
import { interpolate } from './interpolate.ts'
import type { Environment } from './interpolate.ts'

/**
 * The variables that a pipeline's texts see: the given ones, overridden by the pipeline's own `env`, of which each entry
 * is visible to the next (upload.md §4.4). An entry that cannot be filled in is left out.
 *
 * @param prefersRuntime Whether a variable that is there already keeps its value, as with the agent's experiment
 *   `interpolation-prefers-runtime-env`.
 */
export function declaredEnvironment(pipeline: unknown, env: Environment, prefersRuntime = false): Environment {
  const declared: unknown = isMap(pipeline) ? pipeline['env'] : undefined
  if (!isMap(declared)) return env
  const known: Record<string, string> = { ...env }
  for (const [name, value] of Object.entries(declared)) {
    const text = entryText(value, known)
    if (text !== undefined && !(prefersRuntime && Object.hasOwn(known, name))) known[name] = text
  }
  return known
}

function entryText(value: unknown, known: Environment): string | undefined {
  if (isInterpolated(value)) {
    const result = interpolate(value[interpolatedMark], known)
    return 'text' in result ? result.text : undefined
  }
  if (value === null) return ''
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !isInterpolated(value)
}
