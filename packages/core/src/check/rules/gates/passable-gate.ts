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
  *check(graph, { breakGate, deploys }) {
    for (const node of undeclared(graph, deploys).slice(0, mostAsked)) {
      const gates = gatesBefore(node, graph)
      if (gates.length === 0 || gates.some((gate) => alwaysWaitsFor(graph, node, gate))) continue
      const story = breakGate?.(graph, node, gates)
      // The structure alone does not show all that conditions rule out.
      if (breakGate && story === undefined) continue
      yield {
        node,
        path: node.edges ? ['depends_on'] : [],
        message: `${stepName(node.step)} may start though nobody continued ${gates.map(({ step }) => stepName(step)).join(' or ')} before it`,
        why: story?.join('; ') ?? 'no dependency that holds in every build leads to the block',
        hint: `name the block in its depends_on; if it is to start without, say which steps deploy: "deploys" in kitewright.config.json`,
        related: gates.map((gate) => ({ message: 'the block', origin: originAt(gate, []) })),
      }
    }
  },
}

/** The deploys that no `gates` speak of, and that do not jump a block by their dependencies, of which KW3101 tells. */
function undeclared(graph: Graph, patterns: readonly string[] | undefined): readonly Node[] {
  if (!graph.nodes.some(({ kind }) => kind === 'block')) return []
  const declared = new Set(Array.from(gateNodes(graph), ({ node }) => node))
  const jumping = new Set(jumpedBarriers(graph).flatMap(({ node, barrier }) => (barrier.kind === 'block' ? node : [])))
  return graph.nodes.filter((node) => isDeploy(node, patterns) && !declared.has(node) && !jumping.has(node))
}
