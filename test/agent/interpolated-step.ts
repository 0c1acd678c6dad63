import { type Environment, interpolate } from '@kitewright/core/interpolation'
import type { AgentStep, Json, JsonObject, Path } from '@kitewright/core/parse'
import { agentInterpolates, type Owner } from '../../packages/core/src/agent/places.ts'
import { pluginSource, shortPluginSource } from '../../packages/core/src/agent/plugin-source.ts'

/** A step with its variables filled in wherever we think that the agent does so. */
export function interpolatedStep(json: Json, { kind, steps }: AgentStep, env: Environment): Json {
  // A bare `wait` or `block` is a word of the agent's, not a text.
  if (typeof json === 'string' && kind !== 'unknown') return json
  const filled = fill(json, kind, [], env)
  if (steps === undefined) return filled
  const children = (json as JsonObject)['steps'] as readonly Json[]
  return {
    ...(filled as JsonObject),
    steps: children.map((child, index) => interpolatedStep(child, steps[index]!, env)),
  }
}

function fill(json: Json, owner: Owner, path: Path, env: Environment): Json {
  const fillText = (text: string, place: Path): string => {
    const result = agentInterpolates(owner, place) ? interpolate(text, env) : { text }
    return 'text' in result ? result.text : text
  }
  // The agent fills in what the author wrote, and makes a full name of the result: `$A\\` may end up as `\\`.
  const fillSource = (name: string, place: Path): string => pluginSource(fillText(shortPluginSource(name), place))
  if (typeof json === 'string') return fillText(json, path)
  if (typeof json !== 'object' || json === null) return json
  if (Array.isArray(json)) return json.map((item: Json, index) => fill(item, owner, [...path, index], env))
  return Object.fromEntries(
    Object.entries(json).map(([name, item]: [string, Json]) => {
      const place = [...path, name]
      return [isPlugin(owner, place) ? fillSource(name, place) : fillText(name, place), fill(item, owner, place, env)]
    }),
  )
}

const isPlugin = (owner: Owner, place: Path): boolean =>
  owner === 'command' && place.length === 3 && place[0] === 'plugins'
