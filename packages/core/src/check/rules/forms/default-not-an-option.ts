import { attributeRule } from '../../attribute-rule.ts'
import { asList, asListOfAny, asMap } from '../../../attributes/read-value.ts'
import { suggest } from '@kitewright/schema'
import type { Rule } from '../../rule.ts'

/** A default that is none of the options (docs/spec/pipeline.md §8). */
export const defaultNotAnOption: Rule = attributeRule({
  code: 'KW3015',
  severity: 'error',
  kinds: ['block', 'input'],
  *find({ fields }) {
    for (const [index, field] of asList(fields).entries()) {
      const { options, default: chosen } = asMap(field)
      const values = asList(options).map((option) => asMap(option)['value'])
      if (values.length === 0 || !values.every((value) => typeof value === 'string')) continue
      const odd = asListOfAny(chosen).find((value) => typeof value === 'string' && !values.includes(value))
      if (odd === undefined) continue
      const meant = suggest(String(odd), values)
      yield {
        path: ['fields', index, 'default'],
        message: `the default "${String(odd)}" is none of the options`,
        why: 'nothing is chosen beforehand',
        hint: meant ? `did you mean "${meant}"?` : `the values are ${values.join(', ')}`,
      }
    }
  },
})
