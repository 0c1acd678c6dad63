import { attributeRule } from '../../attribute-rule.ts'
import { matrixJobs, matrixShape } from '../../../attributes/matrix-shape.ts'
import type { Rule } from '../../rule.ts'

const most = 50

/** More jobs than one matrix may make (docs/spec/upload.md §10). */
export const matrixTooLarge: Rule = attributeRule({
  code: 'KW2006',
  severity: 'error',
  kinds: ['command'],
  *find({ matrix }) {
    const shape = matrixShape(matrix)
    if (!shape || shape.dimensions.size > 6 || [...shape.dimensions.values()].some(({ length }) => length > 25)) return
    const jobs = matrixJobs(shape)
    if (jobs <= most) return
    yield {
      path: ['matrix'],
      message: `the matrix makes ${jobs} jobs, and ${most} are allowed`,
      why: 'Buildkite refuses the upload',
      hint: 'split the step into several, or make the steps in TypeScript instead',
    }
  },
})
