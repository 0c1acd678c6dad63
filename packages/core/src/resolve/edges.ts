import { type Interpolated, interpolatedText, isInterpolated } from '@kitewright/schema'
import { dependencyBrand, type ExternalStep } from '../model/dependency.ts'
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
  /** Whether it was written in `raw`. It is sent as written, and can only name keys that other steps have as written. */
  readonly isRaw: boolean
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
  const raw: unknown = step.step.raw?.['depends_on']
  const authored: unknown = raw === undefined ? step.step.depends_on : raw
  if (authored === undefined) return inOrder
  const isRaw = raw !== undefined
  const only = isRaw ? undefined : onlyStep(authored, index)
  if (only !== undefined) return { edges: [{ to: only, allowFailure: undefined, path: direct }], problems: [] }
  const walk: Walk = { step, index, isRaw, edges: [], problems: [], targets: new Set(), lists: [] }
  add(authored, direct, undefined, walk)
  const { edges, problems } = walk
  const startsAtOnce = isRaw || (Array.isArray(authored) && authored.length === 0)
  return { edges: edges.length > 0 || startsAtOnce ? edges : undefined, problems: isRaw ? [] : problems }
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

type AllowFailure = Edge['allowFailure']

/** @param path Where it was written. */
function add(value: unknown, path: Edge['path'], allowFailure: AllowFailure, walk: Walk): void {
  if (isNothing(value) || walk.index.isRefused(value)) return
  if (Array.isArray(value)) return addList(value, path, allowFailure, walk)
  if (typeof value === 'string') return addKey(value, path, allowFailure, walk)
  if (isInterpolated(value)) return addExternal(value[interpolatedText], value, path, allowFailure, walk)
  if (stepBrandOf(value)) return addStep(value as Step, path, allowFailure, walk)
  addObject(value, path, allowFailure, walk)
}

function addList(list: readonly unknown[], path: Edge['path'], allowFailure: AllowFailure, walk: Walk): void {
  const holdsItself = walk.lists.includes(list)
  if (holdsItself || walk.lists.length >= maximumLevels) {
    const what = holdsItself ? 'a list that holds itself' : `a list that stands in more than ${maximumLevels} others`
    walk.problems.push(badDependency(walk.step, path, what))
    return
  }
  walk.lists.push(list)
  for (let position = 0; position < list.length; position++) {
    add(list[position], pathOf(path, position), allowFailure, walk)
  }
  walk.lists.pop()
}

function addObject(value: unknown, path: Edge['path'], allowFailure: AllowFailure, walk: Walk): void {
  const kind = brandOf(value, dependencyBrand)?.kind
  const inner =
    typeof value === 'object' ? (value as { readonly step?: unknown; readonly allow_failure?: unknown }) : {}
  if (kind === 'external') {
    const { key } = value as ExternalStep
    addExternal(key, key, path, allowFailure, walk)
  } else if (kind === 'if-present') {
    if (walk.index.ofStep(inner.step as Step) !== undefined) addStep(inner.step as Step, path, allowFailure, walk)
  } else if (isNothing(inner.step)) walk.problems.push(badDependency(walk.step, path, describe(value)))
  else add(inner.step, [...path, 'step'], tolerance(inner.allow_failure), walk)
}

function addStep(target: Step, path: Edge['path'], allowFailure: AllowFailure, walk: Walk): void {
  const to = walk.index.ofStep(target)
  if (to === undefined) walk.problems.push(notInPipeline(walk.step, path, target, walk.index))
  else addEdge(to, { to, allowFailure, path }, walk)
}

function addKey(key: string, path: Edge['path'], allowFailure: AllowFailure, walk: Walk): void {
  const { ofKey, keys } = walk.index
  const to = ofKey(key)
  const isMeant = to !== undefined && (!walk.isRaw || keys[to]?.authored !== undefined)
  if (isMeant) addEdge(to, { to, allowFailure, path }, walk)
  else if (walk.isRaw) addExternal(key, key, path, allowFailure, walk)
  else walk.problems.push(unknownKey(walk.step, path, key, walk.index))
}

function addExternal(
  target: string,
  external: string | Interpolated,
  path: Edge['path'],
  allowFailure: AllowFailure,
  walk: Walk,
): void {
  addEdge(target, { external, allowFailure, path }, walk)
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
