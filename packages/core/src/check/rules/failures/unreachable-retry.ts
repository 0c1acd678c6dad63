import { attributeRule } from '../../attribute-rule.ts'
import { type PlainMap } from '../../../attributes/read-value.ts'
import { retryRules } from '../../../attributes/retry-rules.ts'
import type { Rule } from '../../rule.ts'

function matchesAll(rule: PlainMap): boolean {
  return ['exit_status', 'signal', 'signal_reason'].every((name) => rule[name] === undefined || rule[name] === '*')
}

/** A rule of automatic retry behind one that takes every failure (docs/spec/pipeline.md §5.3). */
export const unreachableRetry: Rule = attributeRule({
  code: 'KW3019',
  severity: 'warning',
  kinds: ['command'],
  *find({ retry }) {
    const rules = retryRules(retry)
    const catchAll = rules.findIndex(({ rule }) => Object.keys(rule).length > 0 && matchesAll(rule))
    const after = rules[catchAll + 1]
    if (catchAll === -1 || after === undefined) return
    yield {
      path: after.path,
      message: 'this rule is never reached: the one before takes every failure',
      why: 'the first rule that fits decides, also once its retries are used up',
      hint: 'put the rule for every failure last',
    }
  },
})
