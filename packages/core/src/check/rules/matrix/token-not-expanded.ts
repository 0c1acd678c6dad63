import { interpolatedMark, isInterpolated } from '@kitewright/schema'
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
      const text = isInterpolated(value) ? value[interpolatedMark] : value
      if (typeof text !== 'string' || !/\{\{\s*matrix/.test(text)) continue
      yield {
        path: [name],
        message: `Buildkite does not expand {{matrix}} in ${name}`,
        why: 'all jobs of the matrix share the text as it is',
        hint: 'make the steps in TypeScript instead: values.map((value) => command({ … }))',
      }
    }
  },
})
