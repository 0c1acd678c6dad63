import { attributeRule } from '../../attribute-rule.ts'
import { matrixShape } from '../../../attributes/matrix-shape.ts'
import { matrixTokens } from '../../../attributes/matrix-tokens.ts'
import { suggest } from '@kitewright/schema'
import type { Rule } from '../../rule.ts'

/** A `{{matrix.…}}` that the step's matrix does not have (docs/spec/pipeline.md §5.4). */
export const matrixToken: Rule = attributeRule({
  code: 'KW3009',
  severity: 'error',
  kinds: ['command'],
  *find(attributes) {
    const shape = matrixShape(attributes['matrix'])
    if (!shape) return
    for (const { path, name } of matrixTokens(attributes)) {
      if (shape.dimensions.has(name)) continue
      const known = [...shape.dimensions.keys()]
      const meant = suggest(name, known)
      yield {
        path,
        message:
          name === ''
            ? 'the matrix has named dimensions, so {{matrix}} stands for none'
            : `the matrix has no dimension "${name}"`,
        why: 'Buildkite cannot fill it in',
        hint: meant
          ? `did you mean {{matrix.${meant}}}?`
          : `write ${known.map((dimension) => (dimension === '' ? '{{matrix}}' : `{{matrix.${dimension}}}`)).join(' or ')}`,
      }
    }
  },
})
