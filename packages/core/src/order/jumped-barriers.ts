import { oncePerGraph } from '../attributes/once-per-graph.ts'
import { postOrder } from '../graph/post-order.ts'
import type { Graph, Node } from '../model/graph.ts'
import { barrierBefore, isBarrier } from './barriers.ts'

/** A step behind a barrier that does not wait for it: its `depends_on` names other steps. */
export interface Jump {
  readonly node: Node
  readonly barrier: Node
}

/**
 * The steps that do not wait for a barrier before them, each with the last such block, otherwise the last such wait. A
 * barrier that names its own dependencies has no order to keep.
 */
export const jumpedBarriers: (graph: Graph) => readonly Jump[] = oncePerGraph((graph) => {
  const { nodes } = graph
  if (!nodes.some(isBarrier)) return []
  const awaited = awaitedBarriers(graph)
  const last = [lastBefore(graph, 'block'), lastBefore(graph, 'wait')]
  return nodes.flatMap((node) => {
    const { index, edges } = node
    if (edges === undefined || edges.length === 0 || isBarrier(node)) return []
    const passed = last.map((before) => before[index] as number).find((barrier) => barrier > (awaited[index] as number))
    return passed === undefined ? [] : [{ node, barrier: nodes[passed] as Node }]
  })
})

/** For each step, the last barrier of a kind before it in its list; -1 where there is none. */
function lastBefore(graph: Graph, kind: 'wait' | 'block'): Int32Array {
  const last = new Int32Array(graph.nodes.length).fill(-1)
  for (const node of graph.nodes) {
    const barrier = barrierBefore(node, graph)
    if (barrier === undefined) continue
    const counts = barrier.kind === kind && barrier.edges === undefined
    last[node.index] = counts ? barrier.index : (last[barrier.index] as number)
  }
  return last
}

/** For each step, the last barrier of its list that it waits for, directly or through other steps; -1 where it waits for none. */
function awaitedBarriers(graph: Graph): Int32Array {
  const { nodes } = graph
  const awaited = new Int32Array(nodes.length).fill(-1)
  const targets = nodes.map((node) =>
    (node.edges ?? []).flatMap(({ to }) => (to === undefined ? [] : inList(node, to))),
  )
  for (const index of postOrder(targets)) {
    const node = nodes[index] as Node
    if (node.edges === undefined) awaited[index] = barrierBefore(node, graph)?.index ?? -1
    for (const to of targets[index] ?? []) {
      const reached = isBarrier(nodes[to] as Node) ? to : (awaited[to] as number)
      awaited[index] = Math.max(awaited[index] as number, reached)
    }
  }
  return awaited

  /** A dependency as a step of the same list: itself, or the group around it. Empty if it stands in another group. */
  function inList(node: Node, to: number): readonly number[] {
    const target = nodes[to] as Node
    if (target.group === node.group) return [to]
    return node.group === undefined && target.group !== undefined ? [target.group] : []
  }
}
