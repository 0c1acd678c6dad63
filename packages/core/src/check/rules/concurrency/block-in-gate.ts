import { concurrencyOf } from '../../../attributes/concurrency.ts'
import type { Graph, Node } from '../../../model/graph.ts'
import { awaitedSteps, mostAsked } from '../../../order/awaited-steps.ts'
import type { Rule } from '../../rule.ts'

/** A block between two jobs of one concurrency group, which let one build through at a time (docs/spec/semantics.md §10). */
export const blockInGate: Rule = {
  code: 'KW3115',
  severity: 'warning',
  *check(graph) {
    const blocks = graph.nodes.filter(({ kind }) => kind === 'block').slice(0, mostAsked)
    if (blocks.length === 0) return
    for (const [name, members] of gates(graph)) {
      const awaited = new Map(members.map((member) => [member, awaitedSteps(graph, member)]))
      for (const block of blocks) {
        const later = members.find((member) => awaited.get(member)?.has(block.index))
        if (later === undefined) continue
        const before = awaitedSteps(graph, block)
        const opened = members.find(({ index }) => before.has(index))
        if (opened === undefined) continue
        yield {
          node: block,
          path: ['block'],
          message: `this block stands between two steps of the concurrency group "${name}"`,
          why: 'until somebody continues it, builds of others may wait for the group, or run in between',
          hint: 'give the steps before and after the block groups of their own',
          related: [
            { message: 'opened here', origin: { trace: opened.trace, path: ['concurrency_group'] } },
            { message: 'closed here', origin: { trace: later.trace, path: ['concurrency_group'] } },
          ],
        }
      }
    }
  },
}

/** The steps of each concurrency group that lets in one job at a time, in order, if they are several. */
function gates({ nodes }: Graph): ReadonlyMap<string, readonly Node[]> {
  const groups = new Map<string, Node[]>()
  let asked = 0
  for (const node of nodes) {
    const { groupName, limit, method } = concurrencyOf(node.attributes)
    if (groupName === undefined || (limit !== 1 && limit !== '1') || method === 'eager' || asked++ >= mostAsked)
      continue
    groups.set(groupName, [...(groups.get(groupName) ?? []), node])
  }
  return new Map([...groups].filter(([, { length }]) => length > 1))
}
