import type { Path, PlainMap, StepKind } from '@kitewright/schema'
import type { Definition } from '../model/definition.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { maximumLevels } from '../model/levels.ts'
import { isNothing } from '../model/nothing.ts'
import { originAt } from '../model/origin-at.ts'
import { type AnyPipeline, pipelineBrand } from '../model/pipeline-brand.ts'
import type { Step } from '../model/step.ts'
import { type AnyStep, originalsOf, type StepBrand, stepBrandOf } from '../model/step-brand.ts'
import { writtenAttributes } from '../model/written-attributes.ts'
import { literalDefinition, pipelineOptions } from './pipeline-options.ts'
import { notAList, notAPipeline } from './pipeline-problems.ts'
import { plainStep } from './plain-step.ts'
import type { Place } from './problem.ts'
import {
  groupWithoutSteps,
  listInItself,
  listTooDeep,
  misplacedStep,
  notAStep,
  unusablePipeline,
  unusableStep,
} from './step-problems.ts'

/** A step in its place, before keys and edges. */
export interface FlatStep extends Place {
  readonly index: number
  readonly kind: StepKind
  readonly step: Step
  readonly brand: StepBrand
  /** What its author wrote, `raw` merged in. */
  readonly written: PlainMap
  readonly group: number | undefined
  readonly children: readonly number[]
}

/** The steps of nested lists in one list, and what is wrong with those lists. */
export interface FlatPipeline {
  readonly steps: readonly FlatStep[]
  readonly problems: readonly Diagnostic[]
  /** Values that were reported and left out. A dependency on one of them is not reported again. */
  readonly refused: ReadonlySet<unknown>
  /** The pipelines whose steps stand in the lists. */
  readonly nested: readonly NestedPipeline[]
}

/** A pipeline in the list of another. */
export interface NestedPipeline extends Place {
  readonly definition: Definition
  /** What its author wrote, `raw` merged in. */
  readonly written: PlainMap
}

/** A list of steps that is being flattened, of the pipeline or a group. */
interface List {
  readonly owner: Place
  /** Where its author wrote it inside the owner. */
  readonly inside: Path
  readonly group: FlatStep | undefined
  /** The steps of the group. */
  readonly children: number[]
  /** How many groups stand around it. */
  readonly level: number
  /** What the pipelines in it are for this build. */
  readonly definitions: Definition['nested']
  /** The position that the next step gets in the flattened list. */
  position: number
}

const noSteps: readonly number[] = []

/**
 * Flattens nested lists of steps and walks into groups, in authored order.
 *
 * @param authored Where the list stands in what the author returned: `['steps']`, or `[]` where it is all of it.
 */
export function flatten(
  list: unknown,
  pipeline: Place,
  authored: readonly string[],
  nestedDefinitions?: Definition['nested'],
): FlatPipeline {
  const steps: FlatStep[] = []
  const problems: Diagnostic[] = []
  const nested: NestedPipeline[] = []
  const listed = new Set<AnyStep>()
  const refused = new Set<unknown>()
  addList(list, {
    owner: pipeline,
    inside: authored,
    group: undefined,
    children: [],
    level: 0,
    definitions: nestedDefinitions,
    position: 0,
  })
  return { steps, problems, refused, nested }

  function addList(items: unknown, within: List): void {
    if (Array.isArray(items)) addItems(items, within, [], [items])
    else problems.push(notAList(items, within.owner, within.inside))
  }

  /** @param lists The lists around the items, their own last. */
  function addItems(
    items: readonly unknown[],
    within: List,
    outer: readonly number[],
    lists: readonly unknown[],
  ): void {
    for (let index = 0; index < items.length; index++) {
      const value = items[index]
      if (lists.includes(value)) addProblem(listInItself, value, within, [...outer, index])
      else if (Array.isArray(value) && lists.length < maximumLevels)
        addItems(value, within, [...outer, index], [...lists, value])
      else if (Array.isArray(value)) addProblem(listTooDeep, value, within, [...outer, index])
      else if (isPipeline(value)) addPipeline(value, within, [...outer, index], lists)
      else if (!isNothing(value)) addStep(value, within, outer, index)
    }
  }

  /** The steps of a pipeline come in its place, as if they stood in the list around it. */
  function addPipeline(value: AnyPipeline, within: List, indices: readonly number[], lists: readonly unknown[]): void {
    const definition = within.definitions?.get(value) ?? literalDefinition(value)
    if (definition === undefined || lists.includes(value) || lists.length >= maximumLevels)
      return addProblem(unusablePipeline, value, within, indices)
    const options = pipelineOptions(definition.value)
    const { written, raw } = writtenAttributes(options ?? {}, 'pipeline')
    const place = { path: within.owner.path, trace: definition.trace, raw }
    nested.push({ ...place, definition, written })
    problems.push(...(definition.problems ?? []))
    if (options === undefined) return void problems.push(notAPipeline(definition.value, place))
    const inside = Array.isArray(definition.value) ? [] : ['steps']
    const own = { ...within, owner: place, inside, definitions: definition.nested }
    if (Array.isArray(written['steps'])) addItems(written['steps'], own, [], [...lists, value])
    else problems.push(notAList(written['steps'], place, inside))
    within.position = own.position
  }

  /** Reports a value that is no step. It gets no position in the flattened list; its path is that of the author's lists. */
  function addProblem(
    write: typeof notAStep,
    value: unknown,
    { owner, inside }: List,
    indices: readonly number[],
  ): void {
    const path = [...owner.path, 'steps', ...indices]
    problems.push({ ...write(value, owner, [...inside, ...indices]), path })
  }

  function addStep(value: unknown, within: List, outer: readonly number[], item: number): void {
    const { owner } = within
    const isPlain = owner.raw.has('steps') && stepBrandOf(value) === undefined
    const step = isPlain ? plainStep(value, owner.trace) : (value as Step)
    const brand = stepBrandOf(step)
    const path = owner.path.concat('steps', within.position++)
    if (brand === undefined) {
      addProblem(notAStep, value, within, [...outer, item])
      refused.add(value)
      return
    }
    add(
      step as Step,
      brand,
      path,
      within,
      isPlain ? originAt(owner, [...within.inside, ...outer, item]).path : undefined,
    )
  }

  /** @param place Where the step stands in `raw`, if it is plain data. */
  function add(step: Step, brand: StepBrand, path: Path, within: List, place: Path | undefined): void {
    const { group } = within
    const { kind, trace } = brand
    const { written, raw } = writtenAttributes(step, kind)
    // A dependency on the step that a sequence copied means the copy, so only one of them can be listed.
    const isListed = listed.has(step) || originalsOf(brand).some((original) => listed.has(original))
    const candidate = { step, brand, place: { path, trace, raw, within: place }, group: group?.step, isListed }
    const unusable = unusableStep(candidate)
    if (unusable) {
      problems.push(unusable)
      refused.add(step)
      return
    }
    const misplaced = misplacedStep(candidate)
    if (misplaced) problems.push(misplaced)
    const children = kind === 'group' ? [] : noSteps
    const own = { index: steps.length, kind, step, brand, written, raw, path, trace, within: place }
    const flat: FlatStep = { ...own, group: group?.index, children }
    listed.add(step)
    for (const original of originalsOf(brand)) listed.add(original)
    within.children.push(flat.index)
    steps.push(flat)
    // Groups in groups are refused, and plain data may hold itself.
    if (kind === 'group' && !(group && place))
      addGroup(flat, children as number[], within.level + 1, within.definitions)
  }

  function addGroup(group: FlatStep, children: number[], level: number, definitions: Definition['nested']): void {
    if (level > maximumLevels) {
      problems.push(listTooDeep(group.step, group, ['steps']))
      return
    }
    const problemsBefore = problems.length
    const own = group.written['steps'] ?? []
    addList(own, { owner: group, inside: ['steps'], group, children, level, definitions, position: 0 })
    if (children.length > 0 || problems.length > problemsBefore) return
    problems.push(groupWithoutSteps(group))
  }
}

function isPipeline(value: unknown): value is AnyPipeline {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, pipelineBrand)
}
