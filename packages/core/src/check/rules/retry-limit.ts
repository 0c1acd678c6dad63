import { attributeRule } from '../attribute-rule.ts'
import { retryRules } from '../retry-rules.ts'
import type { Rule } from '../rule.ts'

const most = 10

/** A number of automatic retries that Buildkite does not take (pipeline.md §5.3). */
export const retryLimit: Rule = attributeRule({
  code: 'KW2011',
  severity: 'error',
  kinds: ['command'],
  *find({ retry }) {
    for (const { rule, path } of retryRules(retry)) {
      const { limit } = rule
      if (typeof limit !== 'number' || (Number.isInteger(limit) && limit >= 0 && limit <= most)) continue
      yield {
        path: [...path, 'limit'],
        message: `${limit} retries are asked for, and 0 to ${most} are allowed`,
        why: 'Buildkite refuses the upload',
      }
    }
  },
})
