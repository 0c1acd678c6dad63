import type { Node } from '../../../model/graph.ts'
import { stepLists } from '../../../order/barriers.ts'
import { checkedAttributes, isOn } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** `continue_on_failure` on a wait that Buildkite drops for the block beside it (docs/spec/semantics.md §3.1). */
export const waitBesideBlock: Rule = {
  code: 'KW3108',
  severity: 'warning',
  *check(graph) {
    for (const list of stepLists(graph)) {
      for (const [position, index] of list.entries()) {
        const node = graph.nodes[index] as Node
        const goesOn = node.kind === 'wait' && isOn(checkedAttributes(node)['continue_on_failure'])
        const beside = [list[position - 1], list[position + 1]].some(
          (other) => other !== undefined && graph.nodes[other]?.kind === 'block',
        )
        if (!goesOn || !beside) continue
        yield {
          node,
          path: ['continue_on_failure'],
          message: 'continue_on_failure beside a block',
          why: 'Buildkite drops a wait beside a block, and after a failure the block is never offered',
          hint: 'let the steps before the wait soft_fail instead',
        }
      }
    }
  },
}
