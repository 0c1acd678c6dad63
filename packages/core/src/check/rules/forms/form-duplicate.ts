import { formFields } from '../../../attributes/forms.ts'
import { attributeRule } from '../../attribute-rule.ts'
import type { Rule } from '../../rule.ts'

/** Two fields of a form with the same key (docs/spec/pipeline.md §8). */
export const duplicateField: Rule = attributeRule({
  code: 'KW3013',
  severity: 'error',
  kinds: ['block', 'input'],
  *find(attributes) {
    const seen = new Set<unknown>()
    for (const { key, path } of formFields(attributes)) {
      if (typeof key === 'string' && seen.has(key))
        yield {
          path: [...path, 'key'],
          message: `two fields have the key "${key}"`,
          why: 'one answer would overwrite the other in the meta-data of the build',
          hint: 'give one of them another key',
        }
      seen.add(key)
    }
  },
})

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
