import { attributeRule } from '../attribute-rule.ts'
import { matrixShape } from '../matrix-shape.ts'
import type { Rule } from '../rule.ts'

const most = 12

/** More adjustments than a matrix may have (upload.md §10). */
export const matrixAdjustments: Rule = attributeRule({
  code: 'KW2005',
  severity: 'error',
  kinds: ['command'],
  *find({ matrix }) {
    const count = matrixShape(matrix)?.adjustments.length ?? 0
    if (count <= most) return
    yield {
      path: ['matrix', 'adjustments'],
      message: `the matrix has ${count} adjustments, and ${most} are allowed`,
      why: 'Buildkite refuses the upload',
      hint: 'make the steps in TypeScript instead, each as it is to be',
    }
  },
})
