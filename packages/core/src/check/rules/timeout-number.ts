import { attributeRule } from '../attribute-rule.ts'
import type { Rule } from '../rule.ts'

/** A time limit of no time (pipeline.md §5.2). */
export const timeoutNumber: Rule = attributeRule({
  code: 'KW2013',
  severity: 'error',
  kinds: ['command'],
  *find({ timeout_in_minutes: timeout }) {
    if (typeof timeout !== 'number' || (Number.isInteger(timeout) && timeout >= 1)) return
    yield {
      path: ['timeout_in_minutes'],
      message: `timeout_in_minutes is ${timeout}, not an integer from 1`,
      why: 'Buildkite takes whole minutes only',
      hint: timeout > 0 ? `write ${Math.ceil(timeout)}` : 'leave it out for no limit of its own',
    }
  },
})
