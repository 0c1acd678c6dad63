import { decodeFields, decodeText, mismatch, toJson, unlessEmpty, unlessNull } from './decode.ts'
import type { Mismatch } from './decode.ts'
import { decodeCommandStep } from './decode-command.ts'
import { excerpt } from './excerpt.ts'
import type { Json, JsonObject } from './json.ts'
import type { Path } from './problem.ts'
import { isList, isMap } from './value.ts'
import type { Value, ValueMap } from './value.ts'

/** What the agent takes a step for; `input` stands for block steps too, `unknown` for what it passes on unread. */
export type AgentStepKind = 'command' | 'wait' | 'input' | 'trigger' | 'group' | 'unknown'

/** One step as the agent uploads it. */
export interface AgentStep {
  readonly kind: AgentStepKind
  readonly json: Json
  /** Where the step stands in the document. */
  readonly path: Path
  /** The children of a group. */
  readonly steps?: readonly AgentStep[] | undefined
}

/** Why a step is uploaded unread. */
export interface StepWarning {
  readonly message: string
  readonly path: Path
  /**
   * The agent does not print it: it loses warnings on the way past keys that it does not model
   * (docs/spec/pipeline.md §2.3).
   */
  readonly silent: boolean
}

export interface DecodedSteps {
  readonly steps: readonly AgentStep[]
  readonly warnings: readonly StepWarning[]
}

/** A list of steps (go-pipeline `steps.go`; docs/spec/pipeline.md §2.1). A mismatch ends the document or the group. */
export const decodeSteps = (value: Value, path: Path): DecodedSteps | Mismatch => {
  if (value === null) return { steps: [], warnings: [] }
  if (!isList(value)) return mismatch('`steps` must be a list', value, path)
  const steps: AgentStep[] = []
  const warnings: StepWarning[] = []
  for (const [index, item] of value.entries()) {
    const decoded = decodeStep(item, [...path, index])
    if ('mismatch' in decoded) return decoded
    steps.push(decoded.step)
    warnings.push(...decoded.warnings)
  }
  return { steps, warnings }
}

interface DecodedStep {
  readonly step: AgentStep
  readonly warnings: readonly StepWarning[]
}

const decodeStep = (value: Value, path: Path): DecodedStep | Mismatch => {
  if (typeof value === 'string') return decodeShorthand(value, path)
  if (!isMap(value)) return mismatch('a step must be a text or a mapping', value, path)
  const type = value.get('type')
  if (type !== undefined && typeof type !== 'string') {
    return mismatch("a step's `type` must be a text", type, [...path, 'type'])
  }
  const kind = type === undefined ? inferKind(value) : kindsByType.get(type)
  if (kind === undefined) return unknown(value, path, notRecognised(type))
  if (kind === 'command') return orUnknown(decodeCommandStep(value, path), kind, value, path)
  if (kind === 'group') return decodeGroup(value, path)
  return { step: { kind, json: toJson(value), path }, warnings: [] }
}

const shorthands: ReadonlyMap<string, AgentStepKind> = new Map([
  ['wait', 'wait'],
  ['waiter', 'wait'],
  ['block', 'input'],
  ['input', 'input'],
  ['manual', 'input'],
])

const kindsByType: ReadonlyMap<string, AgentStepKind> = new Map([
  ...shorthands,
  ['command', 'command'],
  ['script', 'command'],
  ['trigger', 'trigger'],
  ['group', 'group'],
])

// In the agent's order: the first key that is present decides.
const kindsByKey: readonly (readonly [string, AgentStepKind])[] = [
  ['command', 'command'],
  ['commands', 'command'],
  ['plugins', 'command'],
  ...shorthands,
  ['trigger', 'trigger'],
  ['group', 'group'],
]

const inferKind = (map: ValueMap): AgentStepKind | undefined => kindsByKey.find(([key]) => map.has(key))?.[1]

const notRecognised = (type: string | undefined): string =>
  type === undefined
    ? 'the agent does not know what this step is: it has none of command, commands, plugins, wait, block, input, trigger, group'
    : `the agent does not know the step type "${excerpt(type)}"`

const decodeShorthand = (text: string, path: Path): DecodedStep => {
  const kind = shorthands.get(text)
  return kind === undefined
    ? unknown(text, path, `the agent does not know the step "${excerpt(text)}"`)
    : { step: { kind, json: text, path }, warnings: [] }
}

const unknown = (value: Value, path: Path, message: string, at: Path = path): DecodedStep => ({
  step: { kind: 'unknown', json: toJson(value), path },
  warnings: [{ message, path: at, silent: false }],
})

const orUnknown = (
  decoded: { readonly json: JsonObject } | Mismatch,
  kind: AgentStepKind,
  value: Value,
  path: Path,
): DecodedStep =>
  'mismatch' in decoded
    ? unknown(value, path, `${decoded.mismatch}; the agent passes the whole step on unread`, decoded.path)
    : { step: { kind, json: decoded.json, path }, warnings: [] }

// A warning among its children makes the whole group unknown, unless the group has a key that loses the warning.
const decodeGroup = (map: ValueMap, path: Path): DecodedStep => {
  const children = decodeSteps(map.get('steps') ?? map.get('') ?? null, [...path, 'steps'])
  if ('mismatch' in children) return orUnknown(children, 'group', map, path)
  const group = decodeFields(map, path, [
    { name: 'key', aliases: ['id', 'identifier'], decode: unlessEmpty(decodeText) },
    { name: 'group', aliases: ['label', 'name'], decode: unlessNull(decodeText), absent: null },
    { name: 'steps', decode: () => ({ json: children.steps.map((step) => step.json) }), absent: [] },
  ])
  if ('mismatch' in group) return orUnknown(group, 'group', map, path)
  const warning = children.warnings.find(({ silent }) => !silent)
  if (warning !== undefined && !group.rest) {
    return unknown(map, path, `${warning.message}; the agent passes the whole group on unread`, warning.path)
  }
  const json = { group: null, ...group.json }
  const warnings = children.warnings.map((lost) => ({ ...lost, silent: true }))
  return { step: { kind: 'group', json, path, steps: children.steps }, warnings }
}
