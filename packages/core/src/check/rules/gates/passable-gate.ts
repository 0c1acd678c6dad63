import { isDeploy } from '../../../attributes/deploys.ts'
import type { Graph, Node } from '../../../model/graph.ts'
import { originAt } from '../../../model/origin-at.ts'
import { stepName } from '../../../model/step-name.ts'
import { alwaysWaitsFor } from '../../../order/approvals.ts'
import { mostAsked } from '../../../order/awaited-steps.ts'
import { gateNodes } from '../../../order/gates.ts'
import { gatesBefore } from '../../../order/gates-before.ts'
import { jumpedBarriers } from '../../../order/jumped-barriers.ts'
import type { Rule } from '../../rule.ts'

/** A deploy behind a block that it does not wait for in every build, though no `gates` speak of it. */
export const passableGate: Rule = {
  code: 'KW3119',
  severity: 'warning',
  needsProof: true,
  *check(graph, { breakGate, deploys }) {
    for (const { node, gates } of doubtfulGates(graph, deploys)) {
      const story = breakGate?.(graph, node, gates)
      // The structure alone does not show all that conditions rule out. Nobody asked for a proof, so that doubt is no fault.
      if (breakGate && !story?.isDecided) continue
      yield {
        node,
        path: node.edges ? ['depends_on'] : [],
        message: `${stepName(node.step)} may start though nobody continued ${gates.map(({ step }) => stepName(step)).join(' or ')} before it`,
        why: story?.lines.join('; ') ?? 'no dependency that holds in every build leads to the block',
        hint: 'name the block in its depends_on, and leave it out of no build that has the step; which steps deploy is what "deploys" in kitewright.config.json says',
        related: gates.map((gate) => ({ message: 'the block', origin: originAt(gate, []) })),
      }
    }
  },
}

/**
 * Deploys that no `gates` speak of, with the blocks that are to hold them, where the structure does not show that one of
 * these does. Of a deploy whose dependencies jump a block, KW3101 tells.
 *
 * @param deploys Patterns of the keys of steps that deploy.
 */
export function* doubtfulGates(
  graph: Graph,
  deploys: readonly string[] | undefined,
): Iterable<{ readonly node: Node; readonly gates: readonly Node[] }> {
  if (!graph.nodes.some(({ kind }) => kind === 'block')) return
  const declared = new Set(Array.from(gateNodes(graph), ({ node }) => node))
  const jumping = new Set(jumpedBarriers(graph).flatMap(({ node, barrier }) => (barrier.kind === 'block' ? node : [])))
  const undeclared = graph.nodes.filter((node) => isDeploy(node, deploys) && !declared.has(node) && !jumping.has(node))
  for (const node of undeclared.slice(0, mostAsked)) {
    const gates = gatesBefore(node, graph)
    if (gates.length > 0 && !gates.some((gate) => alwaysWaitsFor(graph, node, gate))) yield { node, gates }
  }
}
