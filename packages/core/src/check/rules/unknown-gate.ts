import { gateNodes } from '../gate-nodes.ts'
import { suggest } from '../../suggest/suggest.ts'
import type { Rule } from '../rule.ts'

/** `gates` that name a step which the pipeline does not have (api.md). */
export const unknownGate: Rule = {
  code: 'KW3105',
  severity: 'error',
  *check(graph) {
    for (const { node, gate, key, name } of gateNodes(graph)) {
      const missing = node ? (gate ? undefined : name) : key
      // A step that this build leaves out needs no gate.
      if (missing === undefined || (!node && gate)) continue
      const meant = suggest(
        missing,
        graph.nodes.flatMap((other) => other.key ?? []),
      )
      yield {
        path: ['gates', key],
        message: `gates names "${missing}", which is not in this pipeline`,
        why: 'nothing is proved about a step that is not there',
        hint: meant ? `did you mean "${meant}"?` : undefined,
      }
    }
  },
}
