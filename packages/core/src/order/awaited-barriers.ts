import { postOrder } from '../graph/post-order.ts'
import type { Graph, Node } from '../model/graph.ts'
import { barriersBefore, isBarrier, namedDependencies } from './barriers.ts'

/** For each step, the last barrier of its own list that it waits for, be it through other steps; -1 where it waits for none. */
export function awaitedBarriers(graph: Graph): Int32Array {
  const { nodes } = graph
  const before = barriersBefore(graph)
  const awaited = new Int32Array(nodes.length).fill(-1)
  const targets = nodes.map((node) => (namedDependencies(node) ?? []).flatMap((to) => representative(node, to, nodes)))
  for (const index of postOrder(targets)) {
    const node = nodes[index] as Node
    if (node.edges === undefined) awaited[index] = before[index] as number
    for (const to of targets[index] ?? []) {
      const reached = isBarrier(nodes[to] as Node) ? to : (awaited[to] as number)
      awaited[index] = Math.max(awaited[index] as number, reached)
    }
  }
  return awaited
}

/** What a dependency is in the list of the step that names it: the step, or the group around it; none inside other groups. */
function representative(node: Node, to: number, nodes: readonly Node[]): readonly number[] {
  const target = nodes[to] as Node
  if (target.group === node.group) return [to]
  return node.group === undefined && target.group !== undefined ? [target.group] : []
}
