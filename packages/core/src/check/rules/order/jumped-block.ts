import { jumpedBarriers } from '../../../order/jumped-barriers.ts'
import { nodeName } from '../../node-name.ts'
import type { Rule } from '../../rule.ts'

/**
 * A step that stands after a block and does not wait for it, since `depends_on` replaces the order of the list
 * (docs/spec/semantics.md §3).
 */
export const jumpedBlock: Rule = {
  code: 'KW3101',
  severity: 'warning',
  *check(graph) {
    for (const { node, barrier } of jumpedBarriers(graph)) {
      if (barrier.kind !== 'block') continue
      yield {
        node,
        path: ['depends_on'],
        message: `${nodeName(node)} stands after ${nodeName(barrier)} and does not wait for it`,
        why: 'a step with depends_on waits for what it names and for nothing else: it starts without the approval',
        hint: 'add the block to depends_on, or put the step before the block',
        related: [{ message: 'the block', origin: { trace: barrier.trace, path: [] } }],
      }
    }
  },
}
