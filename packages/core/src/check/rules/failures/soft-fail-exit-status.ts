import { attributeRule } from '../../attribute-rule.ts'
import { forgivenStatuses } from '../../../attributes/soft-fail.ts'
import type { Rule } from '../../rule.ts'

/** An exit status that no failing job has (docs/spec/pipeline.md §4.8). */
export const softFailExitStatus: Rule = attributeRule({
  code: 'KW2016',
  severity: 'error',
  kinds: ['command', 'trigger'],
  *find({ soft_fail: softFail }) {
    for (const { status, path } of forgivenStatuses(softFail)) {
      if (typeof status !== 'number' || (Number.isInteger(status) && status >= -1 && status <= 255 && status !== 0))
        continue
      yield {
        path,
        message: `no failing job ends with exit status ${status}`,
        why: 'statuses are 1 to 255, and -1 where the agent was lost: this entry forgives nothing',
      }
    }
  },
})
