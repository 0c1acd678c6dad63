import { parseExpression } from '../agent/interpolation/parse-expression.ts'
import type { Expression } from '../agent/interpolation/expression.ts'
import { agentInterpolates } from '../agent/places.ts'
import type { Owner } from '../agent/places.ts'
import type { AgentStep } from '../agent/agent-step.ts'
import { isJsonObject } from '../agent/json.ts'
import type { Json, JsonObject } from '../agent/json.ts'

/**
 * What a step means, as one text: two steps with the same meaning do the same, whatever the environment. Key order does
 * not count, nor how a literal `$` is spelled where the agent interpolates, nor line breaks at the end of a script, nor
 * whether a barrier is the word `wait` or an entry without a value.
 */
export function stepMeaning(step: AgentStep): string {
  if (step.kind === 'wait' && isBareWait(step.json)) return '"wait"'
  if (typeof step.json === 'string') return JSON.stringify(step.kind === 'unknown' ? textMeaning(step.json) : step.json)
  const own = step.steps === undefined ? step.json : { ...(step.json as JsonObject), steps: [] }
  return JSON.stringify([meaning(own, step.kind, []), step.steps?.map(stepMeaning) ?? []])
}

const isBareWait = (json: Json): boolean => json === 'wait' || JSON.stringify(json) === '{"wait":null}'

/** The same for what a pipeline says beside its steps. */
export function pipelineMeaning(canonical: JsonObject): string {
  return JSON.stringify(meaning({ ...canonical, steps: [] }, 'pipeline', []))
}

function meaning(json: Json, owner: Owner, path: readonly (string | number)[]): Json {
  if (typeof json === 'string') {
    const text = owner === 'command' && path.join() === 'command' ? json.replace(/\n+$/, '') : json
    return agentInterpolates(owner, path) ? textMeaning(text) : text
  }
  if (Array.isArray(json)) return json.map((item, index) => meaning(item, owner, [...path, index]))
  if (!isJsonObject(json)) return json
  const entries = Object.entries(json).map(([key, value]): [string, Json] => {
    const inside = [...path, key]
    return [agentInterpolates(owner, inside) ? textMeaning(key) : key, meaning(value, owner, inside)]
  })
  // The order of a pipeline's env decides which value sees which.
  const ordered = owner === 'pipeline' && path[0] === 'env' ? entries : entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return ordered.map(([key, value]) => [key, value])
}

/** A text with every literal `$` spelled the same. One that the agent refuses stays as it is. */
function textMeaning(text: string): string {
  if (!text.includes('$')) return text
  const parsed = parseExpression(text)
  return Array.isArray(parsed) ? JSON.stringify(merged(parsed)) : text
}

function merged(expression: Expression): readonly unknown[] {
  const parts: unknown[] = []
  for (const part of expression) {
    const last = parts.at(-1)
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part
    else if (part !== '')
      parts.push(typeof part === 'object' && 'word' in part ? { ...part, word: merged(part.word) } : part)
  }
  return parts
}
