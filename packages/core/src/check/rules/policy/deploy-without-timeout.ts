import { looksLikeDeploy } from '../../../attributes/deploys.ts'
import { nodeName } from '../../node-name.ts'
import { isGiven } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** A deploy without a time limit. */
export const deployWithoutTimeout: Rule = {
  code: 'KW5005',
  severity: 'warning',
  isOptional: true,
  *check({ nodes }) {
    for (const node of nodes) {
      const { timeout_in_minutes: timeout } = node.attributes
      if (!looksLikeDeploy(node) || isGiven(timeout)) continue
      yield {
        node,
        path: [],
        message: `${nodeName(node)} has no time limit`,
        why: 'a deploy that hangs holds its place, and those behind it, until somebody looks',
        hint: 'add timeout_in_minutes: 15',
      }
    }
  },
}
