import { attributeRule } from '../attribute-rule.ts'
import { matrixShape } from '../matrix-shape.ts'
import type { Rule } from '../rule.ts'

const most = 25

/** More values than a dimension of a matrix may have (upload.md §10). */
export const matrixElements: Rule = attributeRule({
  code: 'KW2004',
  severity: 'error',
  kinds: ['command'],
  *find({ matrix }) {
    const shape = matrixShape(matrix)
    for (const [name, values] of shape?.dimensions ?? []) {
      if (values.length <= most) continue
      yield {
        path: ['matrix', ...(shape?.setupPath ?? []), ...(name === '' ? [] : [name])],
        message: `${name === '' ? 'the matrix' : `matrix dimension "${name}"`} has ${values.length} values, and ${most} are allowed`,
        why: 'Buildkite refuses the upload',
        hint: 'make one step for each value in TypeScript instead: values.map((value) => command({ … }))',
      }
    }
  },
})
