import { attributeRule } from '../../attribute-rule.ts'
import { isGiven } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** A method of concurrency without concurrency (docs/spec/pipeline.md §5.2). */
export const methodWithoutConcurrency: Rule = attributeRule({
  code: 'KW3003',
  severity: 'error',
  kinds: ['command'],
  *find({ concurrency, concurrency_group: group, concurrency_method: method }) {
    if (!isGiven(method) || isGiven(concurrency) || isGiven(group)) return
    yield {
      path: ['concurrency_method'],
      target: 'key',
      message: 'concurrency_method without concurrency and concurrency_group',
      why: 'there is no queue whose order it could choose',
      hint: 'add both, or leave the method out',
    }
  },
})
