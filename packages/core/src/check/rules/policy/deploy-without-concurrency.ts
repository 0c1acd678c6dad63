import { looksLikeDeploy } from '../../../attributes/deploys.ts'
import { nodeName } from '../../node-name.ts'
import { isGiven } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** A deploy that nothing keeps from running twice at once. */
export const deployWithoutConcurrency: Rule = {
  code: 'KW5004',
  severity: 'warning',
  isOptional: true,
  *check({ nodes }) {
    for (const node of nodes) {
      const { concurrency_group: group } = node.attributes
      if (!looksLikeDeploy(node) || isGiven(group)) continue
      yield {
        node,
        path: [],
        message: `${nodeName(node)} may run twice at the same time`,
        why: 'two builds may deploy at once, and the older one may win',
        hint: "add concurrency: 1, concurrency_group: 'service/environment'",
      }
    }
  },
}
