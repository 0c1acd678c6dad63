import { attributeProblems } from '../../../attributes/attribute-problems.ts'
import type { Rule } from '../../rule.ts'

/** A value in a form that Buildkite's schema does not have, and that Buildkite most likely takes all the same. */
export const unusualForm: Rule = {
  code: 'KW1039',
  severity: 'warning',
  *check(graph) {
    for (const { node, path, message, doubt } of attributeProblems(graph)) {
      if (!doubt) continue
      const { why, hint } = doubt
      yield { node, path, mistake: `${path[0]} ${why}`, message: doubt.message ?? message, why, hint }
    }
  },
}
