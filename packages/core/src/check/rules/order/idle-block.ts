import { asList, checkedAttributes } from '../../../attributes/read-value.ts'
import { barriersBefore, namedDependencies } from '../../../order/barriers.ts'
import { jumpedBarriers } from '../../../order/jumped-barriers.ts'
import { nodeName } from '../../node-name.ts'
import type { Rule } from '../../rule.ts'

/** A block that no step waits for: continuing it does nothing (docs/spec/semantics.md §3). */
export const idleBlock: Rule = {
  code: 'KW3106',
  severity: 'warning',
  *check(graph) {
    if (!graph.nodes.some(({ kind }) => kind === 'block')) return
    const awaited = new Set<number>(graph.nodes.flatMap((node) => namedDependencies(node) ?? []))
    const before = barriersBefore(graph)
    for (const node of graph.nodes)
      if (node.edges === undefined && node.kind !== 'input') awaited.add(before[node.index] as number)
    // Where a step passes the block by, that is the mistake: KW3101.
    for (const { barrier } of jumpedBarriers(graph)) awaited.add(barrier.index)
    for (const node of graph.nodes) {
      if (node.kind !== 'block' || awaited.has(node.index) || asList(checkedAttributes(node)['fields']).length > 0)
        continue
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
