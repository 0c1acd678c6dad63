import type { Graph, Node } from '../../../model/graph.ts'
import { awaitedSteps, mostAsked } from '../../../order/awaited-steps.ts'
import { isBarrier } from '../../../order/barriers.ts'
import type { Rule } from '../../rule.ts'

/** A `wait` that names what it waits for, and so does not wait for the other steps before it (docs/spec/semantics.md §3). */
export const narrowWait: Rule = {
  code: 'KW3114',
  severity: 'info',
  *check(graph) {
    const waits = graph.nodes.filter(({ kind, edges }) => kind === 'wait' && edges !== undefined && edges.length > 0)
    for (const node of waits.slice(0, mostAsked)) {
      const awaited = awaitedSteps(graph, node)
      const missed = stepsUpToBarrier(graph, node).find(({ index }) => !awaited.has(index))
      if (!missed) continue
      yield {
        node,
        path: ['depends_on'],
        message: `this wait does not wait for ${missed.label}, which stands before it`,
        why: 'a wait with depends_on waits for the steps that it names and for no others',
        hint: 'leave depends_on out to wait for all steps before it; or name the steps that wait in their own depends_on',
        related: [{ message: 'not waited for', origin: { trace: missed.trace, path: [] } }],
      }
    }
  },
}

/** The steps of its list that stand between a wait and the barrier before it. */
function stepsUpToBarrier({ nodes, roots }: Graph, { index, group }: Node): readonly Node[] {
  const list = group === undefined ? roots : (nodes[group]?.children ?? [])
  const before = list.slice(0, list.indexOf(index)).map((step) => nodes[step] as Node)
  return before.slice(before.findLastIndex(isBarrier) + 1)
}
