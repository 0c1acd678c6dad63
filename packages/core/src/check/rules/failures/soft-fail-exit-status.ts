import { attributeRule } from '../../attribute-rule.ts'
import { asList, asMap } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** An exit status that no failing job has (docs/spec/pipeline.md §4.8). */
export const softFailExitStatus: Rule = attributeRule({
  code: 'KW2016',
  severity: 'error',
  kinds: ['command', 'trigger'],
  *find({ soft_fail: softFail }) {
    for (const [index, item] of asList(softFail).entries()) {
      const { exit_status: status } = asMap(item)
      if (typeof status !== 'number' || (Number.isInteger(status) && status >= -1 && status <= 255 && status !== 0))
        continue
      yield {
        path: ['soft_fail', index, 'exit_status'],
        message: `no failing job ends with exit status ${status}`,
        why: 'statuses are 1 to 255, and -1 where the agent was lost: this entry forgives nothing',
      }
    }
  },
})
