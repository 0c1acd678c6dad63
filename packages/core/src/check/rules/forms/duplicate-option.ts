import { attributeRule } from '../../attribute-rule.ts'
import { formFields } from '../../../attributes/forms.ts'
import type { Rule } from '../../rule.ts'

/** Two options of a field with the same value (docs/spec/pipeline.md §8). */
export const duplicateOption: Rule = attributeRule({
  code: 'KW3017',
  severity: 'warning',
  kinds: ['block', 'input'],
  *find(attributes) {
    for (const { options } of formFields(attributes)) {
      const seen = new Set<unknown>()
      for (const { value, path } of options) {
        if (typeof value === 'string' && seen.has(value))
          yield {
            path: [...path, 'value'],
            message: `two options have the value "${value}"`,
            why: 'later steps cannot tell which of them was chosen',
          }
        seen.add(value)
      }
    }
  },
})
