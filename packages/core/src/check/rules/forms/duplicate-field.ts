import { attributeRule } from '../../attribute-rule.ts'
import { formFields } from '../../../attributes/forms.ts'
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
