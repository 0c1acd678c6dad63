import { attributeRule } from '../attribute-rule.ts'
import { matrixShape } from '../matrix-shape.ts'
import type { Rule } from '../rule.ts'

const most = 6

/** More dimensions than a matrix may have (upload.md §10). */
export const matrixDimensions: Rule = attributeRule({
  code: 'KW2003',
  severity: 'error',
  kinds: ['command'],
  *find({ matrix }) {
    const shape = matrixShape(matrix)
    const count = shape?.dimensions.size ?? 0
    if (count <= most) return
    yield {
      path: ['matrix', 'setup'],
      message: `the matrix has ${count} dimensions, and ${most} are allowed`,
      why: 'Buildkite refuses the upload',
      hint: 'split the step into several, each with a smaller matrix',
    }
  },
})
