import type { Graph, Node } from '../model/graph.ts'
import { barriersBefore, isBarrier, stepLists } from './barriers.ts'
import { checkedAttributes, isGiven, isOn } from './read-value.ts'

/**
 * Whether a step can never start before another is over, in any build: a way through dependencies that hold always.
 * A step that may be left out of a build hands its own dependencies on to nobody (semantics.md §4).
 */
export function alwaysWaitsFor(graph: Graph, step: Node, awaited: Node): boolean {
  const condition = conditionOf(step)
  const order = { before: barriersBefore(graph), lists: stepLists(graph) }
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
  readonly lists: readonly (readonly number[])[]
}

/** Dependencies that hold the step back also where the other one fails. */
function firmDependencies(node: Node, graph: Graph, order: Order): readonly number[] {
  const group = node.group === undefined ? undefined : graph.nodes[node.group]
  return [...ownDependencies(node, order), ...(group ? ownDependencies(group, order) : []), ...node.children]
}

function ownDependencies(node: Node, order: Order): readonly number[] {
  if (isOn(checkedAttributes(node)['allow_dependency_failure'])) return []
  if (node.edges)
    return node.edges.flatMap(({ to, allowFailure }) => (to === undefined || isOn(allowFailure) ? [] : [to]))
  if (node.kind === 'input') return []
  if (isBarrier(node)) return isOn(checkedAttributes(node)['continue_on_failure']) ? [] : previousSteps(node, order)
  const barrier = order.before[node.index] as number
  return barrier === -1 ? [] : [barrier]
}

function previousSteps({ index }: Node, { lists }: Order): readonly number[] {
  const list = lists.find((steps) => steps.includes(index)) ?? []
  return list.slice(0, list.indexOf(index))
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
