import { looksLikeDeploy } from '../../../attributes/deploys.ts'
import { nodeName } from '../../node-name.ts'
import { mayFailSoftly } from '../../../attributes/soft-fail.ts'
import { checkedAttributes } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** A deploy that may fail without anybody noticing: the build passes, and what follows goes on. */
export const softFailingDeploy: Rule = {
  code: 'KW5003',
  severity: 'warning',
  *check({ nodes }) {
    for (const node of nodes) {
      if (!looksLikeDeploy(node) || !mayFailSoftly(checkedAttributes(node)['soft_fail'])) continue
      yield {
        node,
        path: ['soft_fail'],
        target: 'key',
        message: `${nodeName(node)} may fail without failing the build`,
        why: 'the build passes and later steps go on as if it had been deployed',
        hint: 'leave soft_fail out, or retry instead',
      }
    }
  },
}
