import type { Graph, Node } from '../model/graph.ts'
import { barriersBefore, isBarrier } from './barriers.ts'
import { checkedAttributes, isGiven, isOn } from '../attributes/read-value.ts'
import { stepsBeforeBarriers } from './waiting.ts'

/**
 * Whether a step can never start before another is over, in any build: a way through dependencies that hold always.
 * A step that may be left out of a build hands its own dependencies on to nobody (docs/spec/semantics.md §4).
 */
export function alwaysWaitsFor(graph: Graph, step: Node, awaited: Node): boolean {
  const condition = conditionOf(step)
  const order = { before: barriersBefore(graph), previous: stepsBeforeBarriers(graph) }
  const seen = new Set<number>([step.index])
  const pending = [step]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const index of firmDependencies(node, graph, order)) {
      const next = graph.nodes[index] as Node
      if (seen.has(index) || !isAlwaysThere(next, condition)) continue
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
  if (isOn(checkedAttributes(node)['allow_dependency_failure'])) return []
  if (node.edges)
    return node.edges.flatMap(({ to, allowFailure }) => (to === undefined || isOn(allowFailure) ? [] : [to]))
  if (node.kind === 'input') return []
  if (isBarrier(node))
    return isOn(checkedAttributes(node)['continue_on_failure']) ? [] : previousSteps(node, graph, order)
  const barrier = order.before[node.index] as number
  return barrier === -1 ? [] : [barrier]
}

/** All steps before a barrier, as far as those before an earlier one do not stand for them: it may be left out. */
function previousSteps(barrier: Node, graph: Graph, { previous }: Order): readonly number[] {
  const found: number[] = []
  for (let index: number | undefined = barrier.index; index !== undefined;) {
    const since: readonly number[] = previous.get(index) ?? []
    found.push(...since)
    const earlier: number | undefined = since[0]
    const goesOn = earlier !== undefined && previous.has(earlier) && !isAlwaysThere(graph.nodes[earlier] as Node, '')
    index = goesOn ? earlier : undefined
  }
  return found
}

/** Whether a step is in every build, or at least in each that the other one is in. */
function isAlwaysThere(node: Node, condition: string): boolean {
  const own = conditionOf(node)
  const { skip } = checkedAttributes(node)
  return !isGiven(skip) && (own === '' || own === condition)
}

function conditionOf(node: Node): string {
  const { if: condition, branches, if_changed: changed } = checkedAttributes(node)
  const parts = [condition, branches, changed].filter(isGiven)
  return parts.length === 0 ? '' : JSON.stringify([condition, branches, changed])
}
