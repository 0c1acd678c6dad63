import { attributeRule } from '../../attribute-rule.ts'
import { asMap } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** A reason against manual retries that are allowed (docs/spec/pipeline.md §5.3). */
export const reasonWhileAllowed: Rule = attributeRule({
  code: 'KW3018',
  severity: 'warning',
  kinds: ['command'],
  *find({ retry }) {
    const { allowed, reason } = asMap(asMap(retry)['manual'])
    if (reason === undefined || allowed === false || allowed === 'false') return
    yield {
      path: ['retry', 'manual', 'reason'],
      message: 'a reason against manual retries, which are allowed',
      why: 'Buildkite shows the reason only where they are not',
      hint: 'add allowed: false, or leave the reason out',
    }
  },
})
