import { attributeRule } from '../attribute-rule.ts'
import type { Rule } from '../rule.ts'

const most = 70

/** A reason for skipping that is too long (pipeline.md §4.7). */
export const skipReasonLength: Rule = attributeRule({
  code: 'KW2009',
  severity: 'error',
  kinds: ['command', 'trigger', 'group'],
  *find({ skip }) {
    if (typeof skip !== 'string' || skip.length <= most) return
    yield {
      path: ['skip'],
      message: `the reason for skipping has ${skip.length} characters, and ${most} are allowed`,
      why: 'Buildkite refuses the upload',
      hint: 'put the long story into a comment',
    }
  },
})
