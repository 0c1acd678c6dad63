import { suggest } from '@kitewright/schema'
import { absenceBeside } from '../../../attributes/absence-beside.ts'
import { isOn } from '../../../attributes/read-value.ts'
import type { Graph, Node } from '../../../model/graph.ts'
import { alwaysWaitsFor } from '../../../order/approvals.ts'
import { gateNodes } from '../../../order/gates.ts'
import { stepName } from '../../../model/step-name.ts'
import { originAt } from '../../../model/origin-at.ts'
import type { Rule } from '../../rule.ts'

/** A step that may start without the approval which the pipeline's `gates` demand of it. */
export const unmetGate: Rule = {
  code: 'KW3104',
  severity: 'error',
  *check(graph, { breakGate }) {
    for (const { node, gate, key } of gateNodes(graph)) {
      if (!node || !gate || alwaysWaitsFor(graph, node, gate)) continue
      const story = breakGate?.(graph, node, [gate])
      // The structure alone does not show all that conditions rule out.
      if (breakGate && story === undefined) continue
      yield {
        node,
        path: node.edges ? ['depends_on'] : [],
        message: `${stepName(node.step)} may start without ${stepName(gate.step)}, which gates.${key} demands`,
        why: story?.lines.join('; ') ?? reason(node),
        hint: hintFor(node, gate, graph),
        related: [{ message: 'the gate', origin: originAt(gate, []) }],
      }
    }
  },
}

function hintFor(node: Node, gate: Node, graph: Graph): string {
  if (absenceBeside(gate, node, graph)) return 'let nothing leave the gate out of a build that has the step'
  return isOn(node.attributes['allow_dependency_failure'])
    ? 'name the gate in its depends_on, and leave allow_dependency_failure out'
    : 'add the gate to its depends_on, without allow_failure'
}

function reason(node: Node): string {
  return node.edges
    ? 'no dependency that holds in every build leads to the gate'
    : 'neither a dependency nor its place in the list makes it wait for the gate in every build'
}

/** `gates` that name a step which the pipeline does not have. */
export const unknownGate: Rule = {
  code: 'KW3105',
  severity: 'error',
  *check(graph) {
    const known = graph.nodes.flatMap((node) => node.key ?? [])
    let last: string | undefined
    for (const { node, gate, key, name } of gateNodes(graph)) {
      const missing = node ? name : key
      const meant = suggest(missing, known)
      if (node ? gate : key === last) continue
      last = key
      yield {
        path: ['gates', key],
        target: node ? 'value' : 'key',
        message: `gates names "${missing}", which is not in this pipeline`,
        why: 'nothing is proved about a step that is not there',
        hint: meant ? `did you mean "${meant}"?` : mendUnknown(key, node !== undefined),
      }
    }
  },
}

function mendUnknown(key: string, hasStep: boolean): string {
  return hasStep
    ? 'put the gate into the pipeline, or name the one that is there'
    : `demand it only in builds that have the step: gates: { ...(condition && { ${JSON.stringify(key)}: … }) }`
}
