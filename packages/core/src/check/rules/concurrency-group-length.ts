import { attributeRule } from '../attribute-rule.ts'
import type { Rule } from '../rule.ts'

const most = 200

/** A name of a concurrency group that is too long (upload.md §10). */
export const concurrencyGroupLength: Rule = attributeRule({
  code: 'KW2008',
  severity: 'error',
  kinds: ['command'],
  *find({ concurrency_group: name }) {
    if (typeof name !== 'string' || name.length <= most) return
    yield {
      path: ['concurrency_group'],
      message: `the name of the concurrency group has ${name.length} characters, and ${most} are allowed`,
      why: 'Buildkite refuses the upload',
    }
  },
})
