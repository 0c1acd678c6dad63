import { attributeRule } from '../../attribute-rule.ts'
import { isGiven } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** `matrix` and `parallelism` exclude each other (docs/spec/pipeline.md §5.4). */
export const matrixWithParallelism: Rule = attributeRule({
  code: 'KW3005',
  severity: 'error',
  kinds: ['command'],
  *find({ matrix, parallelism }) {
    if (!isGiven(matrix) || !isGiven(parallelism)) return
    yield {
      path: ['parallelism'],
      target: 'key',
      message: 'matrix and parallelism on the same step',
      why: 'Buildkite refuses the upload',
      hint: "make the share a dimension of the matrix: setup: { …, share: ['1', '2', '3'] }",
    }
  },
})
