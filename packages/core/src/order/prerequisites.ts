import { goesOnAfterFailure } from '../attributes/goes-on.ts'
import { oncePerGraph } from '../attributes/once-per-graph.ts'
import { isOn } from '../attributes/read-value.ts'
import type { Graph, Node } from '../model/graph.ts'
import { isBarrier, runsBefore, standsForAllBefore, stepsBefore } from './barriers.ts'

/** A step that must be over before another one may start (docs/spec/semantics.md §3). */
export interface Prerequisite {
  /** Its index. A group is over when all of its steps are. */
  readonly step: number
  /**
   * Why: `depends_on` names it · `barrier`: it is a wait or block, and the other one stands behind it ·
   * `order`: the other one is a wait or block, and it stands before that.
   */
  readonly by: 'depends_on' | 'barrier' | 'order'
  /** Whether it is one of the group that the step stands in: all steps of a group wait for what the group waits for. */
  readonly ofGroup: boolean
  /** Whether the step may start also where it failed, or never ran since something before it failed. */
  readonly toleratesFailure: boolean
  /** Barriers in whose place it counts: only in builds that have none of them. */
  readonly insteadOf: readonly number[]
}

/**
 * What must be over before a step may start; of a group, before any of its steps may. A step that a build leaves out
 * counts as over, and so does one of another upload, which is not among them. A step behind a block also waits for what
 * stands before the block: by way of the block, which is over once all of that is and somebody has continued it.
 *
 * Where Buildkite's documentation leaves it open, failure is tolerated: a step with `allow_dependency_failure` tolerates
 * that of a barrier and of what its group waits for, a wait with `continue_on_failure` that of a block.
 */
export function prerequisites(node: Node, graph: Graph): readonly Prerequisite[] {
  const group = node.group === undefined ? undefined : graph.nodes[node.group]
  const own = ownPrerequisites(node, graph)
  if (group === undefined) return own
  const ofGroup = ownPrerequisites(group, graph).map((one) => ({
    ...one,
    ofGroup: true,
    toleratesFailure: one.toleratesFailure || toleratesFailures(node),
  }))
  return [...own, ...ofGroup]
}

function ownPrerequisites(node: Node, graph: Graph): readonly Prerequisite[] {
  const isTolerant = toleratesFailures(node)
  const usual = { ofGroup: false, toleratesFailure: isTolerant, insteadOf: [] }
  if (node.edges)
    return node.edges.flatMap(({ to, allowFailure }) =>
      to === undefined
        ? []
        : [{ ...usual, step: to, by: 'depends_on' as const, toleratesFailure: isTolerant || isOn(allowFailure) }],
    )
  if (node.kind === 'input') return []
  if (isBarrier(node)) {
    const goesOn = goesOnAfterFailure(node)
    // Behind a wait that failed nothing goes on (docs/spec/semantics.md §5).
    const tolerates = ({ kind }: Node): boolean => isTolerant || (goesOn && kind !== 'wait')
    // Where the failure of an earlier barrier is tolerated, what that one waited for may not be over yet.
    const earlier = stepsBefore(node, graph, (barrier) => !tolerates(barrier) && standsForAllBefore(barrier, graph))
    return earlier.map((step) => ({
      ...usual,
      step,
      by: 'order',
      toleratesFailure: tolerates(graph.nodes[step] as Node),
    }))
  }
  const barriers = Array.from(runsBefore(node, graph), (run) => run.barriers).flat()
  return barriers.map((step, count) => ({ ...usual, step, by: 'barrier', insteadOf: barriers.slice(0, count) }))
}

function toleratesFailures({ attributes }: Node): boolean {
  return isOn(attributes['allow_dependency_failure'])
}

/** What a step waits for by name: its own dependencies, its group's, and, of a group, its steps. */
export function namedPrerequisites({ edges, group, children }: Node, nodes: readonly Node[]): readonly number[] {
  const ofGroup = group === undefined ? undefined : nodes[group]?.edges
  return [...targets(edges), ...targets(ofGroup), ...children]
}

function targets(edges: Node['edges']): readonly number[] {
  return edges?.flatMap(({ to }) => to ?? []) ?? []
}

/**
 * For each step, steps that it waits for in some build, by whatever way: enough of them that all others are reached
 * through these. A group waits for its steps, and they for what it waits for. Linear in steps and edges.
 */
export const waitingGraph: (graph: Graph) => readonly (readonly number[])[] = oncePerGraph((graph) =>
  graph.nodes.map((node) => {
    const group = node.group === undefined ? undefined : graph.nodes[node.group]
    return [...waitsFor(node, graph), ...(group ? waitsFor(group, graph) : []), ...node.children]
  }),
)

function waitsFor(node: Node, graph: Graph): readonly number[] {
  if (node.edges || node.kind === 'input') return targets(node.edges)
  if (isBarrier(node)) return stepsBefore(node, graph, ({ edges }) => edges === undefined)
  const found: number[] = []
  for (const { barriers } of runsBefore(node, graph)) {
    found.push(...barriers)
    // One that names what it waits for leads to no others.
    if (barriers.some((barrier) => graph.nodes[barrier]?.edges === undefined)) break
  }
  return found
}
