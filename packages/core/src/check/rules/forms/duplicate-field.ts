import { attributeRule } from '../../attribute-rule.ts'
import { asList, asMap } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** Two fields of a form with the same key (docs/spec/pipeline.md §8). */
export const duplicateField: Rule = attributeRule({
  code: 'KW3013',
  severity: 'error',
  kinds: ['block', 'input'],
  *find({ fields }) {
    const seen = new Set<unknown>()
    for (const [index, field] of asList(fields).entries()) {
      const { key } = asMap(field)
      if (typeof key === 'string' && seen.has(key))
        yield {
          path: ['fields', index, 'key'],
          message: `two fields have the key "${key}"`,
          why: 'one answer would overwrite the other in the meta-data of the build',
          hint: 'give one of them another key',
        }
      seen.add(key)
    }
  },
})
