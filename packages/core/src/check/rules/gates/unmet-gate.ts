import type { Node } from '../../../model/graph.ts'
import { alwaysWaitsFor } from '../../../order/approvals.ts'
import { gateNodes } from '../../../order/gate-nodes.ts'
import { nodeName } from '../../node-name.ts'
import type { Rule } from '../../rule.ts'

/** A step that may start without the approval which the pipeline's `gates` demand of it. */
export const unmetGate: Rule = {
  code: 'KW3104',
  severity: 'error',
  *check(graph) {
    for (const { node, gate, key } of gateNodes(graph)) {
      if (!node || !gate || alwaysWaitsFor(graph, node, gate)) continue
      yield {
        node,
        path: node.edges ? ['depends_on'] : [],
        message: `${nodeName(node)} may start without ${nodeName(gate)}, which gates.${key} demands`,
        why: reason(node),
        hint: `add the gate to its depends_on, without allow_failure`,
        related: [{ message: 'the gate', origin: { trace: gate.trace, path: [] } }],
      }
    }
  },
}

function reason(node: Node): string {
  return node.edges
    ? 'no dependency that holds in every build leads to the gate'
    : 'neither a dependency nor its place in the list makes it wait for the gate in every build'
}
