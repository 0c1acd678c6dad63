import { attributeRule } from '../../attribute-rule.ts'
import { isGiven } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** `concurrency` says how many jobs of a group may run, and there is no group (docs/spec/pipeline.md §5.2). */
export const concurrencyWithoutGroup: Rule = attributeRule({
  code: 'KW3001',
  severity: 'error',
  kinds: ['command'],
  *find({ concurrency, concurrency_group: group }) {
    if (!isGiven(concurrency) || isGiven(group)) return
    yield {
      path: ['concurrency'],
      target: 'key',
      message: 'concurrency without concurrency_group',
      why: 'Buildkite refuses the upload: the number is a limit for the jobs of a named group',
      hint: "add concurrency_group: 'service/purpose', a name shared by all jobs that exclude each other",
    }
  },
})
