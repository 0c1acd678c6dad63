import { interpolatedText, isInterpolated, type Path } from '@kitewright/schema'
import { type AnywhereStep, dependencyBrand, type ExternalStep } from '../model/dependency.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Edge } from '../model/graph.ts'
import { brandOf } from '../model/brand.ts'
import { maximumLevels } from '../model/levels.ts'
import { isNothing } from '../model/nothing.ts'
import type { Step } from '../model/step.ts'
import { stepBrandOf } from '../model/step-brand.ts'
import { describe } from './describe.ts'
import { badDependency, notInPipeline, unknownKey } from './dependency-problems.ts'
import type { FlatStep } from './flatten.ts'
import type { StepIndex } from './step-index.ts'

/** A step's dependencies, or nothing where it follows the order of its list. */
export interface ResolvedDependencies {
  readonly edges: readonly Edge[] | undefined
  readonly problems: readonly Diagnostic[]
}

/** A walk through what one step depends on. */
interface Walk {
  readonly step: FlatStep
  readonly index: StepIndex
  readonly edges: Edge[]
  readonly problems: Diagnostic[]
  /** What the edges lead to. */
  readonly targets: Set<unknown>
  /** The lists around the value. */
  readonly lists: unknown[]
}

/** The dependencies of every step without `depends_on`. */
const inOrder: ResolvedDependencies = { edges: undefined, problems: [] }

/** Turns `depends_on` into edges. An empty list stays one: the step depends on nothing and starts at once. */
export function resolveDependencies(step: FlatStep, index: StepIndex): ResolvedDependencies {
  const authored = step.written['depends_on']
  if (authored === undefined) return inOrder
  const only = onlyStep(authored, index)
  if (only !== undefined) return { edges: [{ to: only, allowFailure: undefined, path: direct }], problems: [] }
  const walk: Walk = { step, index, edges: [], problems: [], targets: new Set(), lists: [] }
  add(authored, { path: direct, allowFailure: undefined }, walk)
  const { edges, problems } = walk
  const isEmpty = Array.isArray(authored) && authored.length === 0
  // In `raw` nothing vanishes: whatever is sent there, the step names what it waits for.
  const startsAtOnce = isEmpty || (step.raw.has('depends_on') && problems.length === 0)
  return { edges: edges.length > 0 || startsAtOnce ? edges : undefined, problems }
}

const direct: Edge['path'] = ['depends_on']

/** The places of a list's items, by their index: of all steps together, since a dense graph has a million of them. */
const listed: Edge['path'][] = []

function pathOf(list: Edge['path'], position: number): Edge['path'] {
  if (list !== direct) return [...list, position]
  return (listed[position] ??= Object.freeze(['depends_on', position]))
}

/** The index of the step, if `depends_on` is one step of this pipeline. Otherwise undefined. */
function onlyStep(authored: unknown, index: StepIndex): number | undefined {
  if (typeof authored === 'string') return index.ofKey(authored)
  return stepBrandOf(authored) ? index.ofStep(authored as Step) : undefined
}

/** Where a dependency was written, and whether it may fail. */
type Written = Pick<Edge, 'path' | 'allowFailure'>

function add(value: unknown, written: Written, walk: Walk): void {
  if (isNothing(value) || walk.index.isRefused(value)) return
  if (Array.isArray(value)) return addList(value, written, walk)
  if (typeof value === 'string') return addKey(value, written, walk)
  if (isInterpolated(value)) return addEdge(value[interpolatedText], { external: value, ...written }, walk)
  if (stepBrandOf(value)) return addStep(value as Step, written, walk)
  addObject(value, written, walk)
}

function addList(list: readonly unknown[], { path, allowFailure }: Written, walk: Walk): void {
  const holdsItself = walk.lists.includes(list)
  if (holdsItself || walk.lists.length >= maximumLevels) {
    const what = holdsItself ? 'a list that holds itself' : `a list that stands in more than ${maximumLevels} others`
    addProblem(what, path, walk)
    return
  }
  walk.lists.push(list)
  for (let position = 0; position < list.length; position++) {
    add(list[position], { path: pathOf(path, position), allowFailure }, walk)
  }
  walk.lists.pop()
}

function addObject(value: unknown, written: Written, walk: Walk): void {
  const kind = brandOf(value, dependencyBrand)?.kind
  const inner =
    typeof value === 'object' ? (value as { readonly step?: unknown; readonly allow_failure?: unknown }) : {}
  if (kind === 'external') addExternal((value as ExternalStep).key, written, walk)
  else if (kind === 'anywhere') {
    const { key } = value as AnywhereStep
    const to = ofAnywhere(key, walk.index)
    if (to === undefined) addExternal(key, written, walk)
    else addEdge(to, { to, ...written }, walk)
  } else if (kind === 'if-present') {
    if (walk.index.ofStep(inner.step as Step) !== undefined) addStep(inner.step as Step, written, walk)
  } else if (isNothing(inner.step)) addProblem(describe(value), written.path, walk)
  else add(inner.step, { path: [...written.path, 'step'], allowFailure: tolerance(inner.allow_failure) }, walk)
}

/** In YAML a step has the key that is written there, and none that its label gives. */
function ofAnywhere(key: string, { ofKey, steps, keys }: StepIndex): number | undefined {
  const to = ofKey(key)
  if (to === undefined) return undefined
  const isOfYaml = steps[to]?.trace.find !== undefined
  return isOfYaml && keys[to]?.authored === undefined ? undefined : to
}

function addExternal(key: string, written: Written, walk: Walk): void {
  addEdge(key, { external: key, ...written }, walk)
}

function addStep(target: Step, written: Written, walk: Walk): void {
  const to = walk.index.ofStep(target)
  if (to === undefined) walk.problems.push(notInPipeline(walk.step, written.path, target, walk.index))
  else addEdge(to, { to, ...written }, walk)
}

function addKey(key: string, written: Written, walk: Walk): void {
  const to = walk.index.ofKey(key)
  if (to !== undefined) addEdge(to, { to, ...written }, walk)
  else walk.problems.push(unknownKey(walk.step, written.path, key, walk.index))
}

/** A form of dependency that is not known; in `raw` it is Buildkite's to take or not. */
function addProblem(what: string, path: Path, { step, problems }: Walk): void {
  if (!step.raw.has('depends_on')) problems.push(badDependency(step, path, what))
}

/** The same dependency named twice is one; the first says whether it may fail. */
function addEdge(target: unknown, edge: Edge, { targets, edges }: Walk): void {
  if (targets.has(target)) return
  targets.add(target)
  edges.push(edge)
}

function tolerance(value: unknown): Edge['allowFailure'] {
  return typeof value === 'boolean' || typeof value === 'string' ? value : undefined
}
