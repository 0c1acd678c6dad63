import { interpolatedMark, isInterpolated, keyExpression } from '@kitewright/schema'
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
  if (options.interpolation !== false) return mapFields(pipeline, 'pipeline', [], escaping)
  const { known, declared } = declareEnvironment(pipeline, options.env ?? {}, options.prefersRuntime)
  const settled = declared === undefined ? pipeline : { ...pipeline, env: declared as WireValue }
  return mapFields(settled, 'pipeline', [], evaluating(known))
}

function stepText(step: WireValue, rules: TextRules): AgentValue {
  const kind = decodeKind(step)
  // A bare `wait` or `block` is a word of the agent's, not a text.
  if (typeof step === 'string') return kind === 'unknown' ? rules.literal(step) : step
  return valueText(step, kind === 'refused' ? 'unknown' : kind, [], rules)
}

type Path = (string | number)[]

function valueText(value: WireValue, kind: Owner, path: Path, rules: TextRules): AgentValue {
  if (typeof value === 'string') return changes(value, kind, path) ? rules.literal(value) : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return mapItems(value, kind, path, rules)
  if (!isInterpolated(value)) return mapFields(value as WireMap, kind, path, rules)
  const text = value[interpolatedMark]
  return changes(text, kind, path) ? rules.interpolated(text) : text
}

function mapItems(items: readonly WireValue[], kind: Owner, path: Path, rules: TextRules): readonly AgentValue[] {
  if (holdsSteps(kind, path)) return items.map((step) => stepText(step, rules))
  return items.map((item, index) => {
    path.push(index)
    const text = valueText(item, kind, path, rules)
    path.pop()
    return text
  })
}

function mapFields(map: WireMap, kind: Owner, path: Path, rules: TextRules): AgentMap {
  const fields: Record<string, AgentValue> = {}
  for (const name of Object.keys(map)) {
    const value = map[name]
    if (value === undefined) continue
    path.push(name)
    setField(fields, keyText(name, kind, path, rules), valueText(value, kind, path, rules))
    path.pop()
  }
  return fields
}

function keyText(name: string, kind: Owner, path: Path, rules: TextRules): string {
  const expression = keyExpression(name)
  if (expression !== undefined) return changes(expression, kind, path) ? rules.interpolated(expression) : expression
  return changes(name, kind, path) ? rules.key(name) : name
}

/** Assignment would take a field named `__proto__` for the object's prototype. */
function setField(fields: Record<string, AgentValue>, key: string, value: AgentValue): void {
  if (key !== '__proto__') fields[key] = value
  else Object.defineProperty(fields, key, { value, enumerable: true, configurable: true, writable: true })
}

/** Looking for a `$` first spares most texts the question about their place. */
function changes(text: string, kind: Owner, path: Path): boolean {
  return text.includes('$') && agentInterpolates(kind, path)
}

function holdsSteps(kind: Owner, path: Path): boolean {
  return path.length === 1 && path[0] === 'steps' && (kind === 'pipeline' || kind === 'group')
}
