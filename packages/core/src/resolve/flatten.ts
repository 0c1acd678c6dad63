import type { StepKind } from '@kitewright/schema'
import type { Diagnostic } from '../model/diagnostic.ts'
import { isNothing } from '../model/nothing.ts'
import type { Step } from '../model/step.ts'
import { type StepMark, stepMarkOf } from '../model/step-mark.ts'
import type { Place } from './problem.ts'
import { groupWithoutSteps, misplacedStep, notAList, notAStep, unusableStep } from './step-problems.ts'

/** A step in its place, before keys and edges. */
export interface FlatStep extends Place {
  readonly index: number
  readonly kind: StepKind
  readonly step: Step
  readonly mark: StepMark
  readonly group: number | undefined
  readonly children: number[]
}

/** Lists flattened, what vanishes left out, and what is no step reported. */
export interface FlatPipeline {
  readonly steps: readonly FlatStep[]
  readonly problems: readonly Diagnostic[]
  /** What was reported and left out: depending on it is no second mistake. */
  readonly refused: ReadonlySet<unknown>
}

/**
 * Flattens nested lists of steps and walks into groups, in authored order.
 *
 * @param authored Where the list stands in what the author returned: `['steps']`, or `[]` where it is all of it.
 */
export function flatten(list: unknown, pipeline: Place, authored: readonly string[]): FlatPipeline {
  const steps: FlatStep[] = []
  const problems: Diagnostic[] = []
  const listed = new Set<Step>()
  const refused = new Set<unknown>()
  addList(list, pipeline, authored, undefined)
  return { steps, problems, refused }

  function addList(
    value: unknown,
    owner: Place,
    inside: readonly (string | number)[],
    group: FlatStep | undefined,
  ): void {
    if (!Array.isArray(value)) {
      problems.push(notAList(value, owner, inside))
      return
    }
    let position = 0
    for (const item of leaves(value)) {
      if (!isNothing(item.value)) addStep(item.value, item.path, position++, owner, inside, group)
    }
  }

  function addStep(
    value: unknown,
    indices: readonly number[],
    position: number,
    owner: Place,
    inside: readonly (string | number)[],
    group: FlatStep | undefined,
  ): void {
    const place = { path: [...owner.path, 'steps', position], trace: stepMarkOf(value)?.trace }
    const mark = stepMarkOf(value)
    if (mark === undefined) {
      const path = [...owner.path, 'steps', ...indices]
      problems.push({ ...notAStep(value, owner, [...inside, ...indices]), path })
      refused.add(value)
      return
    }
    const step = value as Step
    const candidate = {
      step,
      mark,
      place,
      group: group?.step,
      isListed: placesOf(step).some((other) => listed.has(other)),
    }
    const unusable = unusableStep(candidate)
    if (unusable) {
      problems.push(unusable)
      refused.add(step)
      return
    }
    const misplaced = misplacedStep(candidate)
    if (misplaced) problems.push(misplaced)
    const index = steps.length
    const flat: FlatStep = { index, kind: mark.kind, step, mark, ...place, group: group?.index, children: [] }
    for (const other of placesOf(step)) listed.add(other)
    steps.push(flat)
    group?.children.push(index)
    if (mark.kind === 'group') addGroup(flat)
  }

  function addGroup(group: FlatStep): void {
    const { steps: children } = group.step as { steps?: unknown }
    const problemsBefore = problems.length
    addList(children ?? [], group, ['steps'], group)
    if (group.children.length > 0 || problems.length > problemsBefore) return
    problems.push(groupWithoutSteps(group.step, group))
  }
}

/** A step, and what a sequence made it from: depending on the original means its place there, so there is but one. */
function placesOf(step: Step): readonly Step[] {
  const original = stepMarkOf(step)?.sequence?.original
  return original === undefined ? [step] : [step, ...placesOf(original as Step)]
}

interface Leaf {
  readonly value: unknown
  readonly path: readonly number[]
}

function* leaves(list: readonly unknown[], path: readonly number[] = []): Iterable<Leaf> {
  for (const [index, value] of list.entries()) {
    if (Array.isArray(value)) yield* leaves(value, [...path, index])
    else yield { value, path: [...path, index] }
  }
}
