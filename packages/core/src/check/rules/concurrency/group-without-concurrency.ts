import { attributeRule } from '../../attribute-rule.ts'
import { isGiven } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** A concurrency group without a limit limits nothing (docs/spec/pipeline.md §5.2). */
export const groupWithoutConcurrency: Rule = attributeRule({
  code: 'KW3002',
  severity: 'error',
  kinds: ['command'],
  *find({ concurrency, concurrency_group: group }) {
    if (!isGiven(group) || isGiven(concurrency)) return
    yield {
      path: ['concurrency_group'],
      target: 'key',
      message: 'concurrency_group without concurrency',
      why: 'Buildkite needs both: the group, and how many of its jobs may run at the same time',
      hint: 'add concurrency: 1',
    }
  },
})
