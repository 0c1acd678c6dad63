import { interpolatedText, isInterpolated, keyExpression } from '@kitewright/schema'
import { decodeKind } from '../agent/decode-kind.ts'
import { declareEnvironment } from '../agent/interpolation/declared-environment.ts'
import type { AgentMap, AgentValue } from './agent-map.ts'
import { agentInterpolates } from '../agent/places.ts'
import type { Owner } from '../agent/places.ts'
import type { WireMap, WirePipeline, WireValue } from './wire-pipeline.ts'
import { evaluating, escaping } from './text-rules.ts'
import type { EmitOptions, TextRules } from './text-rules.ts'

/**
 * Gives every text of a pipeline the form from which the agent reads what the author meant: `$` escaped at the places
 * that the agent interpolates and nowhere else (docs/spec/text.md §1).
 */
export function toAgentText(pipeline: WirePipeline, options: EmitOptions = {}): AgentMap {
  if (options.interpolation !== false) return mapFields(pipeline, thePipeline, [], escaping)
  const { known, declared } = declareEnvironment(pipeline, options.env ?? {}, options.prefersRuntime)
  const settled = declared === undefined ? pipeline : { ...pipeline, env: declared as WireValue }
  return mapFields(settled, thePipeline, [], evaluating(known))
}

/** What a text belongs to. It is asked for where a text has a `$`: most steps have none, and need not be decoded. */
type OwnerOf = () => Owner

const thePipeline: OwnerOf = () => 'pipeline'

function stepOwner(step: WireValue): OwnerOf {
  let owner: Owner | undefined
  return () => {
    const kind = owner ?? decodeKind(step)
    owner = kind === 'refused' ? 'unknown' : kind
    return owner
  }
}

function stepText(step: WireValue, rules: TextRules): AgentValue {
  // A bare `wait` or `block` is a word of the agent's, not a text.
  if (typeof step === 'string') return decodeKind(step) === 'unknown' ? rules.literal(step) : step
  return valueText(step, stepOwner(step), [], rules)
}

type Path = (string | number)[]

function valueText(value: WireValue, owner: OwnerOf, path: Path, rules: TextRules): AgentValue {
  if (typeof value === 'string') return changes(value, owner, path) ? rules.literal(value) : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return mapItems(value, owner, path, rules)
  if (!isInterpolated(value)) return mapFields(value as WireMap, owner, path, rules)
  const text = value[interpolatedText]
  return changes(text, owner, path) ? rules.interpolated(text) : text
}

function mapItems(items: readonly WireValue[], owner: OwnerOf, path: Path, rules: TextRules): readonly AgentValue[] {
  if (holdsSteps(owner, path)) return items.map((step) => stepText(step, rules))
  return items.map((item, index) => {
    path.push(index)
    const text = valueText(item, owner, path, rules)
    path.pop()
    return text
  })
}

function mapFields(map: WireMap, owner: OwnerOf, path: Path, rules: TextRules): AgentMap {
  const fields: Record<string, AgentValue> = {}
  for (const name of Object.keys(map)) {
    const value = map[name]
    if (value === undefined) continue
    path.push(name)
    setField(fields, keyText(name, owner, path, rules), valueText(value, owner, path, rules))
    path.pop()
  }
  return fields
}

function keyText(name: string, owner: OwnerOf, path: Path, rules: TextRules): string {
  const expression = keyExpression(name)
  if (expression !== undefined) return changes(expression, owner, path) ? rules.interpolated(expression) : expression
  return changes(name, owner, path) ? rules.key(name) : name
}

/** Assignment would take a field named `__proto__` for the object's prototype. */
function setField(fields: Record<string, AgentValue>, key: string, value: AgentValue): void {
  if (key !== '__proto__') fields[key] = value
  else Object.defineProperty(fields, key, { value, enumerable: true, configurable: true, writable: true })
}

function changes(text: string, owner: OwnerOf, path: Path): boolean {
  return text.includes('$') && agentInterpolates(owner(), path)
}

function holdsSteps(owner: OwnerOf, path: Path): boolean {
  return path.length === 1 && path[0] === 'steps' && (owner() === 'pipeline' || owner() === 'group')
}
