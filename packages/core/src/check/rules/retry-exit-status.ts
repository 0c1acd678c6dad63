import { attributeRule } from '../attribute-rule.ts'
import { asListOfAny } from '../read-value.ts'
import { retryRules } from '../retry-rules.ts'
import type { Rule } from '../rule.ts'

/** An exit status that no failing job has (pipeline.md §5.3). */
export const retryExitStatus: Rule = attributeRule({
  code: 'KW2015',
  severity: 'error',
  kinds: ['command'],
  *find({ retry }) {
    for (const { rule, path } of retryRules(retry)) {
      for (const status of asListOfAny(rule['exit_status'])) {
        if (typeof status !== 'number' || (Number.isInteger(status) && status >= -1 && status <= 255 && status !== 0))
          continue
        yield {
          path: [...path, 'exit_status'],
          message: `no failing job ends with exit status ${status}`,
          why: 'statuses are 1 to 255, and -1 where the agent was lost: this rule never retries',
        }
      }
    }
  },
})
