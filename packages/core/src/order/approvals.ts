import type { Graph, Node } from '../model/graph.ts'
import { barriersBefore, isBarrier } from './barriers.ts'
import { isBeside } from '../attributes/presence.ts'
import { isOn } from '../attributes/read-value.ts'
import { stepsBeforeBarriers } from './waiting.ts'

/**
 * Whether a step can never start before another is over, in any build: a way through dependencies that hold always.
 * A step that may be left out of a build hands its own dependencies on to nobody (docs/spec/semantics.md §4).
 */
export function alwaysWaitsFor(graph: Graph, step: Node, awaited: Node): boolean {
  const order = { before: barriersBefore(graph), previous: stepsBeforeBarriers(graph) }
  const seen = new Set<number>([step.index])
  const pending = [step]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const index of firmDependencies(node, graph, order)) {
      const next = graph.nodes[index] as Node
      if (seen.has(index) || !isBeside(next, step, graph)) continue
      if (index === awaited.index) return true
      seen.add(index)
      pending.push(next)
    }
  }
  return false
}

interface Order {
  readonly before: Int32Array
  readonly previous: ReadonlyMap<number, readonly number[]>
}

/** Dependencies that hold the step back also where the other one fails. */
function firmDependencies(node: Node, graph: Graph, order: Order): readonly number[] {
  const group = node.group === undefined ? undefined : graph.nodes[node.group]
  return [
    ...ownDependencies(node, graph, order),
    ...(group ? ownDependencies(group, graph, order) : []),
    ...node.children,
  ]
}

function ownDependencies(node: Node, graph: Graph, order: Order): readonly number[] {
  if (isOn(node.attributes['allow_dependency_failure'])) return []
  if (node.edges)
    return node.edges.flatMap(({ to, allowFailure }) => (to === undefined || isOn(allowFailure) ? [] : [to]))
  if (node.kind === 'input') return []
  if (isBarrier(node)) return isFirm(node) ? previousSteps(node, graph, order) : []
  return barriersAhead(node, graph, order)
}

/** Whether a barrier waits for all steps before it, and for their success. */
function isFirm({ edges, attributes }: Node): boolean {
  return (
    edges === undefined && !isOn(attributes['continue_on_failure']) && !isOn(attributes['allow_dependency_failure'])
  )
}

/** The nearest barrier before a step, and those before it as far as the nearer ones may be left out. */
function barriersAhead(node: Node, graph: Graph, { before }: Order): readonly number[] {
  const found: number[] = []
  for (let index = before[node.index] as number; index !== -1; index = before[index] as number) {
    found.push(index)
    const barrier = graph.nodes[index] as Node
    if (isBeside(barrier, undefined, graph) || !isFirm(barrier)) break
  }
  return found
}

/** All steps before a barrier, as far as those before an earlier one do not stand for them. */
function previousSteps(barrier: Node, graph: Graph, { previous }: Order): readonly number[] {
  const found: number[] = []
  for (let index: number | undefined = barrier.index; index !== undefined;) {
    const since: readonly number[] = previous.get(index) ?? []
    found.push(...since)
    const earlier: Node | undefined = graph.nodes[since[0] ?? -1]
    const goesOn = earlier && isBarrier(earlier) && !(isBeside(earlier, undefined, graph) && isFirm(earlier))
    index = goesOn ? earlier.index : undefined
  }
  return found
}
