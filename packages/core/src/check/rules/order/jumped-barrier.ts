import { jumpedBarriers } from '../../../order/jumped-barriers.ts'
import { stepName } from '../../../model/step-name.ts'
import { originAt } from '../../../model/origin-at.ts'
import type { Rule } from '../../rule.ts'

// `depends_on` replaces the order of the list (docs/spec/semantics.md §3).

/** A step that stands after a block and does not wait for it. */
export const jumpedBlock: Rule = {
  code: 'KW3101',
  severity: 'warning',
  *check(graph) {
    for (const { node, barrier } of jumpedBarriers(graph)) {
      if (barrier.kind !== 'block') continue
      yield {
        node,
        path: ['depends_on'],
        message: `${stepName(node.step)} stands after ${stepName(barrier.step)} and does not wait for it`,
        why: 'a step with depends_on waits for what it names and for nothing else: it starts without the approval',
        hint: 'add the block to depends_on, or put the step before the block',
        related: [{ message: 'the block', origin: originAt(barrier, []) }],
      }
    }
  },
}

/** A step that stands after a wait and does not wait. */
export const jumpedWait: Rule = {
  code: 'KW3102',
  severity: 'warning',
  *check(graph) {
    for (const { node, barrier } of jumpedBarriers(graph)) {
      if (barrier.kind !== 'wait') continue
      yield {
        node,
        path: ['depends_on'],
        message: `${stepName(node.step)} stands after a wait and does not wait for it`,
        why: 'a step with depends_on waits for what it names and for nothing else',
        hint: 'name everything it needs in depends_on and put it before the wait, or leave depends_on out',
        related: [{ message: 'the wait', origin: originAt(barrier, []) }],
      }
    }
  },
}
