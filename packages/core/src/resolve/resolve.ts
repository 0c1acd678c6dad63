import type { Definition } from '../model/definition.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Graph, Node } from '../model/graph.ts'
import type { Permissions } from '../model/generated/codes.ts'
import { writtenAttributes } from '../model/written-attributes.ts'
import { stepLabel } from '../model/step-name.ts'
import { cycleProblems } from './cycle-problems.ts'
import { resolveDependencies } from './edges.ts'
import { flatten, type FlatStep } from './flatten.ts'
import { readGates } from './gates.ts'
import { idsOf } from './ids.ts'
import { ambiguousKey, keyProblems, keysOf, missingKey, type StepKey } from './keys.ts'
import { nestedProblems } from './nested-problems.ts'
import { pipelineOptions } from './pipeline-options.ts'
import { notAPipeline } from './pipeline-problems.ts'
import { pipelineAttributes, stepAttributes } from './step-attributes.ts'
import { indexSteps, type StepIndex } from './step-index.ts'

/** A pipeline's graph, and every structural fault found on the way. */
export interface Resolution {
  readonly graph: Graph
  readonly problems: readonly Diagnostic[]
}

/** Gives keys, turns references into edges, flattens nested lists. Reports all structural faults at once. */
export function resolve({ value, trace, isComputed = false, problems = [], nested }: Definition): Resolution {
  const options = pipelineOptions(value)
  const { written, raw } = writtenAttributes(options ?? {}, 'pipeline')
  const pipeline = { path: [], trace, raw }
  const flat = options
    ? flatten(written['steps'], pipeline, Array.isArray(value) ? [] : ['steps'], nested)
    : { steps: [], problems: [notAPipeline(value, pipeline)], refused: new Set(), nested: [] }
  const keys = keysOf(flat.steps)
  const ids = idsOf(flat.steps, keys)
  const index = indexSteps(flat, keys)
  const dependencies = flat.steps.map((step) => resolveDependencies(step, index))
  const needed = dependents(flat.steps, dependencies)
  const nodes = flat.steps.map((step, position) =>
    makeNode(step, { keys, ids, isNeeded: needed.has(position), edges: dependencies[position]?.edges }),
  )
  const { gates, problems: gateProblems } = readGates(options?.['gates'], pipeline)
  return {
    graph: {
      nodes,
      roots: flat.steps.flatMap((step) => (step.group === undefined ? step.index : [])),
      attributes: pipelineAttributes(written, raw.size > 0),
      raw,
      gates,
      trace,
      allow: (options?.['allow'] ?? {}) as Permissions,
      isComputed,
      holdsEntries: Array.isArray(written['steps']) && written['steps'].length > 0,
    },
    problems: [
      ...problems,
      ...flat.problems,
      ...nestedProblems(flat.nested, written),
      ...keyProblems(flat.steps, keys),
      ...dependencies.flatMap((resolved) => resolved.problems),
      ...neededKeyProblems(index, needed),
      ...cycleProblems(nodes),
      ...gateProblems,
    ],
  }
}

type Dependencies = readonly ReturnType<typeof resolveDependencies>[]

/** For each step that others depend on, the first of those. */
function dependents(steps: readonly FlatStep[], dependencies: Dependencies): ReadonlyMap<number, FlatStep> {
  const found = new Map<number, FlatStep>()
  for (const step of steps) {
    for (const { to } of dependencies[step.index]?.edges ?? []) {
      if (to !== undefined && !found.has(to)) found.set(to, step)
    }
  }
  return found
}

function* neededKeyProblems({ steps, keys }: StepIndex, needed: ReadonlyMap<number, FlatStep>): Iterable<Diagnostic> {
  let byName: ReadonlyMap<string, readonly FlatStep[]> | undefined
  const told = new Set<string>()
  for (const [position, dependent] of needed) {
    const step = steps[position] as FlatStep
    const { name, authored } = keys[position] ?? {}
    if (name === undefined) yield missingKey(step, dependent)
    else if (authored === undefined && !told.has(name)) {
      told.add(name)
      byName ??= groupByName(steps, keys)
      const others = byName.get(name)?.filter((candidate) => candidate !== step) ?? []
      if (others.length > 0) yield ambiguousKey(step, name, others)
    }
  }
}

function groupByName(steps: readonly FlatStep[], keys: readonly StepKey[]): ReadonlyMap<string, readonly FlatStep[]> {
  const byName = new Map<string, FlatStep[]>()
  for (const step of steps) {
    const name = keys[step.index]?.name
    if (name === undefined) continue
    const same = byName.get(name)
    if (same) same.push(step)
    else byName.set(name, [step])
  }
  return byName
}

/** What a node takes from the other steps. */
interface Circumstances {
  readonly keys: readonly StepKey[]
  readonly ids: readonly string[]
  /** Whether another step depends on it. */
  readonly isNeeded: boolean
  readonly edges: Node['edges']
}

function makeNode(step: FlatStep, { keys, ids, isNeeded, edges }: Circumstances): Node {
  const key = keys[step.index]
  const printedKey = key?.authored ?? (isNeeded ? key?.name : undefined)
  return {
    index: step.index,
    kind: step.kind,
    id: ids[step.index] as string,
    label: stepLabel(step.step),
    step: step.step,
    trace: step.brand.trace,
    within: step.within,
    path: step.path,
    group: step.group,
    children: step.children,
    key: key?.name,
    printedKey,
    written: step.written,
    attributes: stepAttributes(step.written, step.raw.size > 0),
    raw: step.raw,
    edges,
    allow: (step.step.allow ?? {}) as Permissions,
  }
}
