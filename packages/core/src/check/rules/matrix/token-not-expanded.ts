import { attributeRule } from '../../attribute-rule.ts'
import { isGiven } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** A `{{matrix}}` where Buildkite does not fill it in (docs/spec/pipeline.md §5.4). */
export const tokenNotExpanded: Rule = attributeRule({
  code: 'KW3012',
  severity: 'error',
  kinds: ['command'],
  *find({ concurrency_group: group, matrix }, { step }) {
    if (!isGiven(matrix)) return
    for (const [name, value] of [
      ['key', step.key],
      ['concurrency_group', group],
    ] as const) {
      if (typeof value !== 'string' || !/\{\{\s*matrix/.test(value)) continue
      yield {
        path: [name],
        message: `{{matrix}} is not filled in in ${name}`,
        why: 'all jobs of the matrix share the text as it is',
        hint: 'make the steps in TypeScript instead: values.map((value) => command({ … }))',
      }
    }
  },
})
