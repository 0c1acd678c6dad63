import { gateNodes } from '../../../order/gate-nodes.ts'
import { suggest } from '@kitewright/schema'
import type { Rule } from '../../rule.ts'

/** `gates` that name a step which the pipeline does not have. */
export const unknownGate: Rule = {
  code: 'KW3105',
  severity: 'error',
  *check(graph) {
    const known = graph.nodes.flatMap((node) => node.key ?? [])
    for (const { node, gate, key, name } of gateNodes(graph)) {
      const missing = node ? name : key
      const meant = suggest(missing, known)
      // A build may leave the step out, which then needs no gate; but a name that is nearly right is a slip.
      if (node ? gate : meant === undefined) continue
      yield {
        path: ['gates', key],
        target: node ? 'value' : 'key',
        message: `gates names "${missing}", which is not in this pipeline`,
        why: 'nothing is proved about a step that is not there',
        hint: meant ? `did you mean "${meant}"?` : undefined,
      }
    }
  },
}
