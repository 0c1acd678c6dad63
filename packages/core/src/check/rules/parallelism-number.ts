import { attributeRule } from '../attribute-rule.ts'
import type { Rule } from '../rule.ts'

/** A parallelism that runs nothing (pipeline.md §5.2). */
export const parallelismNumber: Rule = attributeRule({
  code: 'KW2012',
  severity: 'error',
  kinds: ['command', 'trigger'],
  *find({ parallelism }) {
    if (typeof parallelism !== 'number' || (Number.isInteger(parallelism) && parallelism >= 1)) return
    yield {
      path: ['parallelism'],
      message: `parallelism is ${parallelism}, not an integer from 1`,
      why: parallelism === 0 ? 'the step would be skipped, with no job at all' : 'Buildkite refuses the upload',
      hint: 'leave the step out where it is not wanted: condition && command({ … })',
    }
  },
})
