import { suggest } from '@kitewright/schema'
import { formFields } from '../../../attributes/forms.ts'
import { asListOfAny } from '../../../attributes/read-value.ts'
import { attributeRule } from '../../attribute-rule.ts'
import type { Rule } from '../../rule.ts'

/** A default that is none of the options (docs/spec/pipeline.md §8). */
export const defaultNotAnOption: Rule = attributeRule({
  code: 'KW3015',
  severity: 'error',
  kinds: ['block', 'input'],
  *find(attributes) {
    for (const { options, default: chosen, path } of formFields(attributes)) {
      const values = options.map(({ value }) => value)
      if (values.length === 0 || !values.every((value) => typeof value === 'string')) continue
      const odd = asListOfAny(chosen).find(
        (value): value is string => typeof value === 'string' && value !== '' && !values.includes(value),
      )
      if (odd === undefined) continue
      const meant = suggest(odd, values)
      yield {
        path: [...path, 'default'],
        message: `the default "${odd}" is none of the options`,
        why: 'nothing is chosen beforehand',
        hint: meant ? `did you mean "${meant}"?` : `the values are ${values.join(', ')}`,
      }
    }
  },
})

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
