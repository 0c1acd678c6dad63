import type { Graph } from '../../../model/graph.ts'
import { asList } from '../../../attributes/read-value.ts'
import { jumpedBarriers } from '../../../order/jumped-barriers.ts'
import { waitingGraph } from '../../../order/prerequisites.ts'
import { nodeName } from '../../node-name.ts'
import type { Rule } from '../../rule.ts'

/** A block that no step waits for: continuing it does nothing (docs/spec/semantics.md §3). */
export const idleBlock: Rule = {
  code: 'KW3106',
  severity: 'warning',
  *check(graph) {
    if (!graph.nodes.some(({ kind }) => kind === 'block')) return
    const awaited = awaitedSteps(graph)
    // Where a step passes the block by, that is the mistake: KW3101.
    for (const { barrier } of jumpedBarriers(graph)) awaited.add(barrier.index)
    for (const node of graph.nodes) {
      if (node.kind !== 'block' || awaited.has(node.index) || asList(node.attributes['fields']).length > 0) continue
      yield {
        node,
        path: [],
        message: `no step waits for ${nodeName(node)}`,
        why: 'continuing it does nothing, and the steps that it may be meant for start without it',
        hint: 'name it in the depends_on of the step that it is to hold back',
      }
    }
  },
}

/** What steps wait for; with a group, all that is in it. A group that nothing waits for holds nothing back. */
function awaitedSteps(graph: Graph): Set<number> {
  const waits = waitingGraph(graph)
  const awaited = new Set(graph.nodes.flatMap(({ kind, index }) => (kind === 'group' ? [] : (waits[index] ?? []))))
  for (const { index, children } of graph.nodes)
    if (awaited.has(index)) for (const child of children) awaited.add(child)
  return awaited
}
