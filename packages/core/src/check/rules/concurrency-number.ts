import { attributeRule } from '../attribute-rule.ts'
import type { Rule } from '../rule.ts'

/** A concurrency that runs nothing (pipeline.md §5.2). */
export const concurrencyNumber: Rule = attributeRule({
  code: 'KW2014',
  severity: 'error',
  kinds: ['command'],
  *find({ concurrency }) {
    if (typeof concurrency !== 'number' || (Number.isInteger(concurrency) && concurrency >= 1)) return
    yield {
      path: ['concurrency'],
      message: `concurrency is ${concurrency}, not an integer from 1`,
      why: 'no job of the group could ever run',
      hint: 'leave the step out where it is not wanted: condition && command({ … })',
    }
  },
})
