import { attributeRule } from '../../attribute-rule.ts'
import { formFields } from '../../../attributes/forms.ts'
import type { Rule } from '../../rule.ts'

/** Several defaults where one can be chosen (docs/spec/pipeline.md §8). */
export const severalDefaults: Rule = attributeRule({
  code: 'KW3016',
  severity: 'error',
  kinds: ['block', 'input'],
  *find(attributes) {
    for (const { isMultiple, default: chosen, path } of formFields(attributes)) {
      if (isMultiple !== false || !Array.isArray(chosen)) continue
      yield {
        path: [...path, 'default'],
        message: 'a list of defaults in a field that takes one answer',
        why: 'Buildkite refuses the upload',
        hint: 'write the one default as text, or add multiple: true',
      }
    }
  },
})
