import { attributeRule } from '../../attribute-rule.ts'
import { asList, asMap, isOn } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** Several defaults where one can be chosen (docs/spec/pipeline.md §8). */
export const severalDefaults: Rule = attributeRule({
  code: 'KW3016',
  severity: 'error',
  kinds: ['block', 'input'],
  *find({ fields }) {
    for (const [index, field] of asList(fields).entries()) {
      const { select, multiple, default: chosen } = asMap(field)
      if (select === undefined || isOn(multiple) || !Array.isArray(chosen)) continue
      yield {
        path: ['fields', index, 'default'],
        message: 'a list of defaults in a field that takes one answer',
        why: 'Buildkite refuses the upload',
        hint: 'write the one default as text, or add multiple: true',
      }
    }
  },
})
