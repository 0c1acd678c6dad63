import { cycles } from '../../../graph/cycles.ts'
import type { Graph, Node } from '../../../model/graph.ts'
import { stepName } from '../../../model/step-name.ts'
import { originAt } from '../../../model/origin-at.ts'
import type { Rule } from '../../rule.ts'
import { namedPrerequisites, waitingGraph } from '../../../order/prerequisites.ts'

/** A step that waits for one which waits for it by the order of the list (docs/spec/semantics.md §3). */
export const neverStarts: Rule = {
  code: 'KW3103',
  severity: 'error',
  *check(graph) {
    for (const cycle of cycles(waitingGraph(graph))) {
      const steps = cycle.map((index) => graph.nodes[index] as Node)
      const first = steps.find((node, index) => node.edges?.some(({ to }) => to === cycle[(index + 1) % cycle.length]))
      if (!first || !needsOrder(cycle, graph)) continue
      const from = steps.indexOf(first)
      const way = [...steps.slice(from), ...steps.slice(0, from), first]
      yield {
        node: first,
        path: ['depends_on'],
        message: `${stepName(first.step)} can never start: ${way.map(({ id }) => id).join(' → ')}`,
        why: 'each waits for the next, by depends_on or by its place after a wait or block',
        hint: 'take the dependency out, or put the step after the wait or block',
        related: steps
          .filter((node) => node !== first)
          .map((node) => ({
            message: `${stepName(node.step)} is part of the circle`,
            origin: originAt(node, []),
          })),
      }
    }
  },
}

/** Whether the order of the list is part of the cycle. KW1004 is about cycles of dependencies alone. */
function needsOrder(cycle: readonly number[], { nodes }: Graph): boolean {
  return cycle.some((index, position) => {
    const next = cycle[(position + 1) % cycle.length] as number
    return !namedPrerequisites(nodes[index] as Node, nodes).includes(next)
  })
}
