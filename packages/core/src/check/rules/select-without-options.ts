import { attributeRule } from '../attribute-rule.ts'
import { asList, asMap } from '../read-value.ts'
import { isInterpolated } from '@kitewright/schema'
import type { Rule } from '../rule.ts'

/** A choice between nothing (pipeline.md §8). */
export const selectWithoutOptions: Rule = attributeRule({
  code: 'KW3014',
  severity: 'error',
  kinds: ['block', 'input'],
  *find({ fields }) {
    for (const [index, field] of asList(fields).entries()) {
      const { select, options } = asMap(field)
      if (select === undefined || isInterpolated(options) || asList(options).length > 0) continue
      yield {
        path: ['fields', index, ...(options === undefined ? ['select'] : ['options'])],
        message: 'the field has no options to choose from',
        why: 'Buildkite refuses the upload',
        hint: "add options: [{ label: 'Staging', value: 'staging' }]",
      }
    }
  },
})
