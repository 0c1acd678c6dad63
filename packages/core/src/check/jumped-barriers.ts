import type { Graph, Node } from '../model/graph.ts'
import { awaitedBarriers } from './awaited-barriers.ts'
import { barriersBefore, isBarrier } from './barriers.ts'

/** A step that stands behind a barrier and does not wait for it, since it says what it waits for. */
export interface Jump {
  readonly node: Node
  readonly barrier: Node
}

/** The jumps over barriers of one kind, each over the last one. A barrier that names its own dependencies stands where it likes. */
export function* jumpedBarriers(graph: Graph, kind: 'wait' | 'block'): Iterable<Jump> {
  const { nodes } = graph
  const before = barriersBefore(graph)
  const awaited = awaitedBarriers(graph)
  // For each step, the last barrier of the kind before it, by way of the barrier before it.
  const last = new Int32Array(nodes.length).fill(-1)
  for (const node of nodes) {
    const barrier = before[node.index] as number
    if (barrier === -1) continue
    const counts = nodes[barrier]?.kind === kind && nodes[barrier].edges === undefined
    last[node.index] = counts ? barrier : (last[barrier] as number)
    const isFree = node.edges !== undefined && node.edges.length > 0 && !isBarrier(node)
    if (isFree && (last[node.index] as number) > (awaited[node.index] as number))
      yield { node, barrier: nodes[last[node.index] as number] as Node }
  }
}
