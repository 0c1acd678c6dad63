import type { Graph, Node } from '../model/graph.ts'
import { awaitedBarriers } from './awaited-barriers.ts'
import { barriersBefore, isBarrier } from './barriers.ts'
import { oncePerGraph } from '../attributes/once-per-graph.ts'

/** A step that stands behind a barrier and does not wait for it, since it says what it waits for. */
export interface Jump {
  readonly node: Node
  readonly barrier: Node
}

/**
 * The jumps over barriers: each over the last block that is passed by, or else the last wait. A barrier that names its
 * own dependencies stands where it likes.
 */
export const jumpedBarriers: (graph: Graph) => readonly Jump[] = oncePerGraph(walk)

function* walk(graph: Graph): Iterable<Jump> {
  const { nodes } = graph
  if (!nodes.some(isBarrier)) return
  const awaited = awaitedBarriers(graph)
  const blocks = lastBefore(graph, 'block')
  const waits = lastBefore(graph, 'wait')
  for (const node of nodes) {
    if (node.edges === undefined || node.edges.length === 0 || isBarrier(node)) continue
    const passed = [blocks, waits].map((last) => last[node.index] as number)
    const barrier = passed.find((index) => index > (awaited[node.index] as number))
    if (barrier !== undefined) yield { node, barrier: nodes[barrier] as Node }
  }
}

/** For each step, the last barrier of a kind before it in its list; -1 where there is none. */
function lastBefore(graph: Graph, kind: 'wait' | 'block'): Int32Array {
  const before = barriersBefore(graph)
  const last = new Int32Array(graph.nodes.length).fill(-1)
  for (const { index } of graph.nodes) {
    const barrier = graph.nodes[before[index] as number]
    if (barrier === undefined) continue
    const counts = barrier.kind === kind && barrier.edges === undefined
    last[index] = counts ? barrier.index : (last[barrier.index] as number)
  }
  return last
}
