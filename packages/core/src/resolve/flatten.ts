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

/** A list on the way through it: whose it is, and where in it the walk is. */
interface List {
  readonly owner: Place
  readonly inside: readonly (string | number)[]
  readonly group: FlatStep | undefined
  /** Where the author's nested lists have the item. */
  readonly indices: number[]
  /** Where the flattened list has it. */
  position: number
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
    addItems(value, { owner, inside, group, indices: [], position: 0 })
  }

  function addItems(items: readonly unknown[], within: List): void {
    for (let index = 0; index < items.length; index++) {
      const value = items[index]
      within.indices.push(index)
      if (Array.isArray(value)) addItems(value, within)
      else if (!isNothing(value)) addStep(value, within)
      within.indices.pop()
    }
  }

  function addStep(value: unknown, within: List): void {
    const { owner, group } = within
    const mark = stepMarkOf(value)
    const path = [...owner.path, 'steps', within.position++]
    if (mark === undefined) {
      const found = notAStep(value, owner, [...within.inside, ...within.indices])
      problems.push({ ...found, path: [...owner.path, 'steps', ...within.indices] })
      refused.add(value)
      return
    }
    const step = value as Step
    const place = { path, trace: mark.trace }
    const places = mark.sequence === undefined ? [step] : placesOf(step)
    const candidate = { step, mark, place, group: group?.step, isListed: places.some((other) => listed.has(other)) }
    const unusable = unusableStep(candidate)
    if (unusable) {
      problems.push(unusable)
      refused.add(step)
      return
    }
    const misplaced = misplacedStep(candidate)
    if (misplaced) problems.push(misplaced)
    const index = steps.length
    const { kind, trace } = mark
    const flat: FlatStep = { index, kind, step, mark, path, trace, group: group?.index, children: [] }
    for (const other of places) listed.add(other)
    steps.push(flat)
    group?.children.push(index)
    if (kind === 'group') addGroup(flat)
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
