import { manualRetry, retryRules, takesAll } from '../../../attributes/retry.ts'
import { attributeRule } from '../../attribute-rule.ts'
import type { Rule } from '../../rule.ts'

/** A rule of automatic retry behind one that takes every failure (docs/spec/pipeline.md §5.3). */
export const unreachableRetry: Rule = attributeRule({
  code: 'KW3019',
  severity: 'warning',
  kinds: ['command'],
  *find({ retry }) {
    const rules = retryRules(retry)
    const catchAll = rules.findIndex(takesAll)
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

/** A reason against manual retries that are allowed (docs/spec/pipeline.md §5.3). */
export const reasonWhileAllowed: Rule = attributeRule({
  code: 'KW3018',
  severity: 'warning',
  kinds: ['command'],
  *find({ retry }) {
    const { isAllowed, reason } = manualRetry(retry)
    if (reason === undefined || isAllowed !== true) return
    yield {
      path: ['retry', 'manual', 'reason'],
      message: 'a reason against manual retries, which are allowed',
      why: 'Buildkite shows the reason only where they are not',
      hint: 'add allowed: false, or leave the reason out',
    }
  },
})
