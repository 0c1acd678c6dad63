import { attributeRule } from '../../attribute-rule.ts'
import { asList, asMap } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** Two options of a field with the same value (docs/spec/pipeline.md §8). */
export const duplicateOption: Rule = attributeRule({
  code: 'KW3017',
  severity: 'warning',
  kinds: ['block', 'input'],
  *find({ fields }) {
    for (const [index, field] of asList(fields).entries()) {
      const seen = new Set<unknown>()
      for (const [position, option] of asList(asMap(field)['options']).entries()) {
        const { value } = asMap(option)
        if (typeof value === 'string' && seen.has(value))
          yield {
            path: ['fields', index, 'options', position, 'value'],
            message: `two options have the value "${value}"`,
            why: 'later steps cannot tell which of them was chosen',
          }
        seen.add(value)
      }
    }
  },
})
