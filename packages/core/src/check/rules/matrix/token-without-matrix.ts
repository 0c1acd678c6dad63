import { attributeRule } from '../../attribute-rule.ts'
import { matrixTokens } from '../../../attributes/matrix-tokens.ts'
import { isGiven } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** A `{{matrix}}` in a step that has no matrix (docs/spec/pipeline.md §5.4). */
export const tokenWithoutMatrix: Rule = attributeRule({
  code: 'KW3010',
  severity: 'warning',
  kinds: ['command'],
  *find(attributes) {
    if (isGiven(attributes['matrix'])) return
    for (const { path, text } of matrixTokens(attributes)) {
      yield {
        path,
        message: `${text} in a step without a matrix`,
        why: 'it is not filled in: the text arrives as it is',
        hint: "add matrix: ['a', 'b'], or write the value itself",
      }
    }
  },
})
