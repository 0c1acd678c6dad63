import { interpolatedMark, isInterpolated } from '@kitewright/schema'
import { dependencyMark, type ExternalStep } from '../model/dependency.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Edge } from '../model/graph.ts'
import { markOf } from '../model/mark.ts'
import { isNothing } from '../model/nothing.ts'
import type { Step } from '../model/step.ts'
import { stepMarkOf } from '../model/step-mark.ts'
import { badDependency, notInPipeline, unknownKey } from './dependency-problems.ts'
import type { FlatStep } from './flatten.ts'
import type { StepIndex } from './step-index.ts'

/** A step's dependencies, or nothing where it follows the order of its list. */
export interface ResolvedDependencies {
  readonly edges: readonly Edge[] | undefined
  readonly problems: readonly Diagnostic[]
}

type Inside = readonly (string | number)[]

/** Turns `depends_on` into edges. An empty list stays one: the step depends on nothing and starts at once. */
export function resolveDependencies(step: FlatStep, index: StepIndex): ResolvedDependencies {
  const authored: unknown = step.step.depends_on
  const edges: Edge[] = []
  const problems: Diagnostic[] = []
  const targets = new Set<unknown>()
  add(authored, ['depends_on'], undefined)
  const startsAtOnce = Array.isArray(authored) && authored.length === 0
  return { edges: edges.length > 0 || startsAtOnce ? edges : undefined, problems }

  function add(value: unknown, path: Inside, allowFailure: Edge['allowFailure']): void {
    if (isNothing(value) || index.isRefused(value)) return
    if (Array.isArray(value)) {
      for (const [position, item] of value.entries()) add(item, [...path, position], allowFailure)
      return
    }
    if (typeof value === 'string') return addKey(value, path, allowFailure)
    if (isInterpolated(value)) return addEdge(value[interpolatedMark], { external: value, allowFailure, path })
    if (stepMarkOf(value)) return addStep(value as Step, path, allowFailure)
    addObject(value, path, allowFailure)
  }

  function addObject(value: unknown, path: Inside, allowFailure: Edge['allowFailure']): void {
    const kind = markOf(value, dependencyMark)?.kind
    const inner =
      typeof value === 'object' ? (value as { readonly step?: unknown; readonly allow_failure?: unknown }) : {}
    if (kind === 'external') {
      const { key } = value as ExternalStep
      addEdge(key, { external: key, allowFailure, path })
    } else if (kind === 'if-present') {
      if (index.ofStep(inner.step as Step) !== undefined) addStep(inner.step as Step, path, allowFailure)
    } else if (isNothing(inner.step)) problems.push(badDependency(step, path, value))
    else add(inner.step, [...path, 'step'], tolerance(inner.allow_failure))
  }

  function addStep(target: Step, path: Inside, allowFailure: Edge['allowFailure']): void {
    const to = index.ofStep(target)
    if (to === undefined) problems.push(notInPipeline(step, path, target, index))
    else addEdge(to, { to, allowFailure, path })
  }

  function addKey(key: string, path: Inside, allowFailure: Edge['allowFailure']): void {
    const to = index.ofKey(key)
    if (to === undefined) problems.push(unknownKey(step, path, key, index))
    else addEdge(to, { to, allowFailure, path })
  }

  /** The same dependency named twice is one; the first says whether it may fail. */
  function addEdge(target: unknown, edge: Edge): void {
    if (targets.has(target)) return
    targets.add(target)
    edges.push(edge)
  }
}

function tolerance(value: unknown): Edge['allowFailure'] {
  return typeof value === 'boolean' || typeof value === 'string' ? value : undefined
}
