import { attributeRule } from '../attribute-rule.ts'
import { matrixShape } from '../matrix-shape.ts'
import type { Rule } from '../rule.ts'

/** What an adjustment cannot change (pipeline.md §5.4). */
export const adjustmentAttributes: Rule = attributeRule({
  code: 'KW3008',
  severity: 'error',
  kinds: ['command'],
  *find({ matrix }) {
    for (const [index, { attributes }] of (matrixShape(matrix)?.adjustments ?? []).entries()) {
      for (const name of Object.keys(attributes)) {
        if (name === 'skip' || name === 'soft_fail') continue
        yield {
          path: ['matrix', 'adjustments', index, name],
          target: 'key',
          message: `an adjustment cannot change ${name}`,
          why: 'Buildkite refuses the upload: only skip and soft_fail may differ between the jobs of a matrix',
          hint: 'make the steps in TypeScript instead: values.map((value) => command({ … }))',
        }
      }
    }
  },
})
