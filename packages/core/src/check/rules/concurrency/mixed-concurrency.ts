import { checkedAttributes } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'
import type { Node } from '../../../model/graph.ts'

/** Jobs of one concurrency group that differ in `concurrency` (docs/spec/semantics.md §10). */
export const mixedConcurrency: Rule = {
  code: 'KW3111',
  severity: 'warning',
  *check({ nodes }) {
    const first = new Map<string, { readonly node: Node; readonly value: unknown }>()
    for (const node of nodes) {
      const { concurrency_group: group, concurrency: given } = checkedAttributes(node)
      const value = given
      if (typeof group !== 'string' || value === undefined) continue
      const earlier = first.get(group)
      if (!earlier) first.set(group, { node, value })
      if (!earlier || earlier.value === value) continue
      const other = String(earlier.value)
      yield {
        node,
        path: [given === undefined ? 'concurrency_group' : 'concurrency'],
        message: `concurrency group "${group}" has the limit ${String(value)} here and ${other} elsewhere`,
        why: 'each job is held against its own limit, so the group as a whole has none',
        hint: 'use one number for the whole group',
        related: [{ message: 'elsewhere', origin: { trace: earlier.node.trace, path: ['concurrency'] } }],
      }
    }
  },
}
