import type { Path } from '@kitewright/schema'
import type { AgentStepKind } from './agent-step.ts'
import { excerpt } from './excerpt.ts'
import { findMismatch, mismatchInFields } from './find-mismatch.ts'
import { mismatch, within } from './mismatch.ts'
import type { Mismatch } from './mismatch.ts'
import { namedFields, otherNames } from './named-fields.ts'
import type { StructShape } from './shape.ts'
import { stepsField, stepShapes } from './shapes.ts'
import { statedKind } from './stated-kind.ts'
import { isList, isMap } from './value.ts'
import type { Value, ValueMap } from './value.ts'

/** A step, and what the agent takes it for. */
export interface ReadStep {
  readonly kind: AgentStepKind
  readonly value: Value
  /** Where the step stands in the document. */
  readonly path: Path
  /** The children of a group. */
  readonly steps?: readonly ReadStep[]
}

/** Why a step is uploaded unread. */
export interface StepWarning {
  readonly message: string
  readonly path: Path
  /** Whether the agent does not print it: names that it does not model lose it (docs/spec/pipeline.md §2.3). */
  readonly silent: boolean
}

interface OneStep {
  readonly step: ReadStep
  readonly warnings: readonly StepWarning[]
}

/** One step (docs/spec/pipeline.md §2.1). A mismatch ends the document, or the group. */
export function readStep(value: Value, path: Path): OneStep | Mismatch {
  const kind = statedKind(value)
  if (typeof kind === 'object') return kind
  if (kind === 'unknown') return unknown(value, path, notRecognised(value))
  if (kind === 'group' && isMap(value)) return readGroup(value, path)
  const found = isMap(value) ? findMismatch(value, stepShapes[kind]) : undefined
  return found === undefined ? { step: { kind, value, path }, warnings: [] } : unread(found, value, path)
}

function notRecognised(step: Value): string {
  if (!isMap(step)) return `the agent does not know the step "${excerpt(String(step))}"`
  return step.has('type')
    ? `the agent does not know the step type "${excerpt(String(step.get('type')))}"`
    : 'the agent does not know what this step is: it has no command, plugins, wait, block, input, trigger or group'
}

function unread({ mismatch: reason, path: inside }: Mismatch, value: Value, path: Path): OneStep {
  return unknown(value, path, `${reason}; the agent passes the whole step on unread`, [...path, ...inside])
}

function unknown(value: Value, path: Path, message: string, at: Path = path): OneStep {
  return { step: { kind: 'unknown', value, path }, warnings: [{ message, path: at, silent: false }] }
}

// A warning about a child makes the whole group unknown, unless it is lost.
function readGroup(map: ValueMap, path: Path): OneStep {
  const group = readHolder(map, stepShapes.group, path)
  if ('mismatch' in group) return unread(group, map, path)
  const { steps, warnings, losesWarnings } = group
  const warning = losesWarnings ? undefined : warnings.find(({ silent }) => !silent)
  if (warning !== undefined) {
    return unknown(map, path, `${warning.message}; the agent passes the whole group on unread`, warning.path)
  }
  return { step: { kind: 'group', value: map, path, steps }, warnings: silenced(warnings) }
}

/** Warnings that the agent loses. */
export function silenced(warnings: readonly StepWarning[]): readonly StepWarning[] {
  return warnings.map((warning) => ({ ...warning, silent: true }))
}

interface ReadSteps {
  readonly steps: readonly ReadStep[]
  readonly warnings: readonly StepWarning[]
}

/** A pipeline or a group. */
interface Holder extends ReadSteps {
  readonly hasSteps: boolean
  /** Whether there are names that the agent does not model. Warnings about the steps are then lost. */
  readonly losesWarnings: boolean
}

/**
 * The steps of a pipeline or a group.
 *
 * @param path Where it stands in the document.
 */
export function readHolder(map: ValueMap, shape: StructShape, path: Path): Holder | Mismatch {
  const name = namedFields(shape, map).find(([field]) => field === stepsField)?.[1]
  const steps = name === undefined ? noSteps : within(name, readSteps(map.get(name) ?? null, [...path, name]))
  if ('mismatch' in steps) return steps
  const losesWarnings = otherNames(map, shape).length > 0
  return mismatchInFields(map, shape) ?? { ...steps, hasSteps: name !== undefined, losesWarnings }
}

const noSteps: ReadSteps = { steps: [], warnings: [] }

/** A list of steps (go-pipeline `steps.go`). */
export function readSteps(value: Value, path: Path): ReadSteps | Mismatch {
  if (value === null) return noSteps
  if (!isList(value)) return mismatch('`steps` must be a list', value)
  const steps: ReadStep[] = []
  const warnings: StepWarning[] = []
  for (const [index, item] of value.entries()) {
    const read = within(index, readStep(item, [...path, index]))
    if ('mismatch' in read) return read
    steps.push(read.step)
    warnings.push(...read.warnings)
  }
  return { steps, warnings }
}
