import { nodeName } from '../../node-name.ts'
import { isGiven } from '../../../attributes/read-value.ts'
import { looksLikeDeploy } from '../../../attributes/deploys.ts'
import type { Rule } from '../../rule.ts'

/** A step without a time limit of its own. */
export const noTimeout: Rule = {
  code: 'KW5007',
  severity: 'info',
  isOptional: true,
  *check({ nodes }) {
    for (const node of nodes) {
      const { timeout_in_minutes: timeout } = node.attributes
      if (node.kind !== 'command' || isGiven(timeout) || looksLikeDeploy(node)) continue
      yield {
        node,
        path: [],
        message: `${nodeName(node)} has no time limit`,
        why: 'a command that hangs holds an agent until somebody looks, unless the pipeline or organisation sets a limit',
        hint: 'add timeout_in_minutes: 30',
      }
    }
  },
}
