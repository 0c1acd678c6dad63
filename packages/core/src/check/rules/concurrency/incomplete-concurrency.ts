import { concurrencyOf } from '../../../attributes/concurrency.ts'
import { attributeRule } from '../../attribute-rule.ts'
import type { Rule } from '../../rule.ts'

/** `concurrency` says how many jobs of a group may run, and there is no group (docs/spec/pipeline.md §5.2). */
export const concurrencyWithoutGroup: Rule = attributeRule({
  code: 'KW3001',
  severity: 'error',
  kinds: ['command'],
  *find(attributes) {
    const { limit, group } = concurrencyOf(attributes)
    if (limit === undefined || group !== undefined) return
    yield {
      path: ['concurrency'],
      target: 'key',
      message: 'concurrency without concurrency_group',
      why: 'Buildkite refuses the upload: the number is a limit for the jobs of a named group',
      hint: "add concurrency_group: 'service/purpose', a name shared by all jobs that exclude each other",
    }
  },
})

/** A concurrency group without a limit limits nothing (docs/spec/pipeline.md §5.2). */
export const groupWithoutConcurrency: Rule = attributeRule({
  code: 'KW3002',
  severity: 'error',
  kinds: ['command'],
  *find(attributes) {
    const { limit, group } = concurrencyOf(attributes)
    if (group === undefined || limit !== undefined) return
    yield {
      path: ['concurrency_group'],
      target: 'key',
      message: 'concurrency_group without concurrency',
      why: 'Buildkite needs both: the group, and how many of its jobs may run at the same time',
      hint: 'add concurrency: 1',
    }
  },
})

/** A method of concurrency without concurrency (docs/spec/pipeline.md §5.2). */
export const methodWithoutConcurrency: Rule = attributeRule({
  code: 'KW3003',
  severity: 'error',
  kinds: ['command'],
  *find(attributes) {
    const { limit, group, method } = concurrencyOf(attributes)
    if (method === undefined || limit !== undefined || group !== undefined) return
    yield {
      path: ['concurrency_method'],
      target: 'key',
      message: 'concurrency_method without concurrency and concurrency_group',
      why: 'there is no queue whose order it could choose',
      hint: 'add both, or leave the method out',
    }
  },
})
