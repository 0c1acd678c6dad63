import type { Path } from '@kitewright/schema'
import type { AgentStep } from './agent-step.ts'
import { decode, decodeStruct, otherNames } from './decode.ts'
import { mismatch, within } from './decoded.ts'
import type { Mismatch } from './decoded.ts'
import { excerpt } from './excerpt.ts'
import type { JsonObject } from './json.ts'
import { namedFields } from './shape.ts'
import type { StructShape } from './shape.ts'
import { stepsField, stepShapes } from './shapes.ts'
import { statedKind, tellingAttributes } from './stated-kind.ts'
import { isList, isMap, toJson } from './value.ts'
import type { Value, ValueMap } from './value.ts'

/** Why a step is uploaded unread. */
export interface StepWarning {
  readonly message: string
  readonly path: Path
  /** The agent does not print it: it loses warnings on the way past names that it does not model (docs/spec/pipeline.md §2.3). */
  readonly silent: boolean
}

interface DecodedStep {
  readonly step: AgentStep
  readonly warnings: readonly StepWarning[]
}

/** One step (docs/spec/pipeline.md §2.1). A mismatch ends the document, or the group. */
export function decodeStep(value: Value, path: Path): DecodedStep | Mismatch {
  const kind = statedKind(value)
  if (typeof kind === 'object') return kind
  if (kind === 'unknown') return unknown(value, path, notRecognised(value))
  if (!isMap(value)) return { step: { kind, json: toJson(value), path }, warnings: [] }
  if (kind === 'group') return decodeGroup(value, path)
  const decoded = decode(value, stepShapes[kind])
  if ('mismatch' in decoded) return unread(decoded, value, path)
  return { step: { kind, json: decoded.json, path }, warnings: [] }
}

function notRecognised(step: Value): string {
  if (!isMap(step)) return `the agent does not know the step "${excerpt(String(step))}"`
  return step.has('type')
    ? `the agent does not know the step type "${excerpt(String(step.get('type')))}"`
    : `the agent does not know what this step is: it has none of ${tellingAttributes.join(', ')}`
}

function unread({ mismatch: reason, path: inside }: Mismatch, value: Value, path: Path): DecodedStep {
  return unknown(value, path, `${reason}; the agent passes the whole step on unread`, [...path, ...inside])
}

function unknown(value: Value, path: Path, message: string, at: Path = path): DecodedStep {
  return { step: { kind: 'unknown', json: toJson(value), path }, warnings: [{ message, path: at, silent: false }] }
}

// A warning about a child makes the whole group unknown, unless the warning is lost.
function decodeGroup(map: ValueMap, path: Path): DecodedStep {
  const group = decodeHolder(map, stepShapes.group, path)
  if ('mismatch' in group) return unread(group, map, path)
  const { json, steps, warnings, losesWarnings } = group
  const warning = losesWarnings ? undefined : warnings.find(({ silent }) => !silent)
  if (warning !== undefined) {
    return unknown(map, path, `${warning.message}; the agent passes the whole group on unread`, warning.path)
  }
  return { step: { kind: 'group', json, path, steps }, warnings: warnings.map((lost) => ({ ...lost, silent: true })) }
}

interface DecodedSteps {
  readonly steps: readonly AgentStep[]
  readonly warnings: readonly StepWarning[]
}

/** A pipeline or a group. */
interface DecodedHolder extends DecodedSteps {
  readonly json: JsonObject
  readonly hasSteps: boolean
  /** Whether there are names that the agent does not model. */
  readonly losesWarnings: boolean
}

/**
 * A pipeline or a group, and its steps.
 *
 * @param path Where it stands in the document.
 */
export function decodeHolder(map: ValueMap, shape: StructShape, path: Path): DecodedHolder | Mismatch {
  const named = namedFields(shape, (name) => map.has(name))
  const name = named.get(stepsField)
  const list = decodeStepsField(map, name, path)
  if ('mismatch' in list) return list
  const decoded = decodeStruct(map, shape)
  if ('mismatch' in decoded) return decoded
  return {
    ...list,
    json: { ...decoded.json, steps: list.steps.map(({ json }) => json) },
    hasSteps: name !== undefined,
    losesWarnings: otherNames(map, named).length > 0,
  }
}

function decodeStepsField(map: ValueMap, name: string | undefined, path: Path): DecodedSteps | Mismatch {
  if (name === undefined) return { steps: [], warnings: [] }
  return within(name, decodeSteps(map.get(name) ?? null, [...path, name]))
}

/** A list of steps (go-pipeline `steps.go`). */
export function decodeSteps(value: Value, path: Path): DecodedSteps | Mismatch {
  if (value === null) return { steps: [], warnings: [] }
  if (!isList(value)) return mismatch('`steps` must be a list', value)
  const steps: AgentStep[] = []
  const warnings: StepWarning[] = []
  for (const [index, item] of value.entries()) {
    const decoded = within(index, decodeStep(item, [...path, index]))
    if ('mismatch' in decoded) return decoded
    steps.push(decoded.step)
    warnings.push(...decoded.warnings)
  }
  return { steps, warnings }
}
