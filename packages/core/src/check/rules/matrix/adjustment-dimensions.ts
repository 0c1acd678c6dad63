import { attributeRule } from '../../attribute-rule.ts'
import { matrixShape } from '../../../attributes/matrix-shape.ts'
import { suggest } from '@kitewright/schema'
import type { Rule } from '../../rule.ts'

function nameOf(dimension: string): string {
  return dimension === '' ? 'one dimension without a name' : `"${dimension}"`
}

/** An adjustment that names other dimensions than the matrix has (docs/spec/pipeline.md §5.4). */
export const adjustmentDimensions: Rule = attributeRule({
  code: 'KW3006',
  severity: 'error',
  kinds: ['command'],
  *find({ matrix }) {
    const shape = matrixShape(matrix)
    const known = [...(shape?.dimensions.keys() ?? [])]
    for (const [index, adjustment] of (shape?.adjustments ?? []).entries()) {
      const unknown = Object.keys(adjustment.with).find((name) => !known.includes(name))
      if (unknown === undefined) continue
      const meant = suggest(unknown, known)
      yield {
        path: ['matrix', 'adjustments', index, 'with'],
        message: unknown === '' ? 'the adjustment names no dimension' : `the matrix has no dimension "${unknown}"`,
        why: 'Buildkite refuses the upload',
        hint: meant ? `did you mean "${meant}"?` : `the matrix has ${known.map(nameOf).join(' and ')}`,
      }
    }
  },
})
