import { cycles } from '../graph/cycles.ts'
import { namedPrerequisites } from '../order/prerequisites.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Node } from '../model/graph.ts'
import { originAt } from '../model/origin-at.ts'
import { problem } from './problem.ts'
import { stepName } from '../model/step-name.ts'

/** Steps that wait for each other: one problem for each group of them, with the shortest way round. */
export function* cycleProblems(nodes: readonly Node[]): Iterable<Diagnostic> {
  if (nodes.every(waitsForEarlierOnly)) return
  for (const cycle of cycles(nodes.map((node) => namedPrerequisites(node, nodes)))) {
    const steps = cycle.map((index) => nodes[index] as Node)
    const first = steps[0] as Node
    const path = (first.edges ?? []).find(({ to }) => to === steps[1 % steps.length]?.index)?.path ?? []
    const way = [...steps, first].map(({ id }) => `"${id}"`)
    yield problem('KW1004', first, path, {
      message: steps.length === 1 ? `step ${way[0]} waits for itself` : `steps wait for each other: ${way.join(' → ')}`,
      why: steps.length === 1 ? 'it can never start' : 'none of them can ever start',
      hint: `take ${steps.length === 1 ? 'this dependency' : 'one of these dependencies'} out`,
      related: steps.slice(1).map((node) => ({
        message: `${stepName(node.step)} is part of the cycle`,
        origin: originAt(node, ['depends_on']),
      })),
    })
  }
}

/** Whether a step waits only for steps before it, as most do: such steps close no cycle. A group waits for its steps, too. */
function waitsForEarlierOnly({ index, group, children, edges }: Node): boolean {
  if (group !== undefined || children.length > 0) return false
  return edges === undefined || edges.every(({ to }) => to === undefined || to < index)
}
