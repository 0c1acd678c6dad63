import { isOn } from '../attributes/read-value.ts'
import type { Graph, Node } from '../model/graph.ts'
import { type BarrierRun, isBarrier, runsBefore } from '../order/barriers.ts'

/**
 * The barriers that a step must name if the steps before `cut` are uploaded apart from it; empty if all it waits for is in
 * its own part. A barrier names none: it waits for all steps that stand before it when it is reached, also those of later
 * uploads (docs/spec/upload.md §9).
 */
export function barriersToName(node: Node, cut: number, graph: Graph): readonly BarrierRun[] {
  if (isBarrier(node) || node.kind === 'input' || node.edges !== undefined) return []
  const runs = Array.from(runsBefore(node, graph))
  return runs.some(({ from }) => from < cut) ? runs : []
}

/** Why a step cannot name the barriers it waits for. Returns undefined if it can. */
export function namingProblem({ attributes }: Node, runs: readonly BarrierRun[], { nodes }: Graph): string | undefined {
  // What follows a block also waits for what precedes it.
  if (runs.some(({ blocks }) => blocks.length > 0)) return 'a block cannot be parted from the steps behind it'
  if (runs.length > 0 && isOn(attributes['allow_dependency_failure'])) {
    return 'a step with allow_dependency_failure cannot be parted from the wait before it'
  }
  // In builds that have a nearer wait, the step waits for others only through it.
  const nearer = runs.flatMap(({ barriers }) => barriers).slice(0, -1)
  return nearer.some((index) => nodes[index]?.edges)
    ? 'a step cannot be parted from a wait that has a condition and dependencies of its own'
    : undefined
}
