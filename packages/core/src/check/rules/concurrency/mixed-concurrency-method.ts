import { checkedAttributes } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'
import type { Node } from '../../../model/graph.ts'

/** Jobs of one concurrency group that differ in `concurrency_method` (docs/spec/semantics.md §10). */
export const mixedConcurrencyMethod: Rule = {
  code: 'KW3112',
  severity: 'warning',
  *check({ nodes }) {
    const first = new Map<string, { readonly node: Node; readonly value: unknown }>()
    for (const node of nodes) {
      const { concurrency_group: group, concurrency_method: given } = checkedAttributes(node)
      const value = given ?? 'ordered'
      if (typeof group !== 'string' || value === undefined) continue
      const earlier = first.get(group)
      if (!earlier) first.set(group, { node, value })
      if (!earlier || earlier.value === value) continue
      const other = String(earlier.value)
      yield {
        node,
        path: [given === undefined ? 'concurrency_group' : 'concurrency_method'],
        message: `concurrency group "${group}" has the method "${String(value)}" here and "${other}" elsewhere`,
        why: 'eager jobs overtake ordered ones, so no order is kept',
        hint: 'use one method for the whole group',
        related: [{ message: 'elsewhere', origin: { trace: earlier.node.trace, path: ['concurrency_method'] } }],
      }
    }
  },
}
