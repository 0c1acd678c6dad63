import { attributeRule } from '../attribute-rule.ts'
import { matrixShape } from '../matrix-shape.ts'
import { suggest } from '@kitewright/schema'
import type { Rule } from '../rule.ts'

function nameOf(dimension: string | undefined): string {
  return dimension === '' || dimension === undefined ? 'the only dimension' : `"${dimension}"`
}

/** An adjustment that names other dimensions than the matrix has (pipeline.md §5.4). */
export const adjustmentDimensions: Rule = attributeRule({
  code: 'KW3006',
  severity: 'error',
  kinds: ['command'],
  *find({ matrix }) {
    const shape = matrixShape(matrix)
    for (const [index, adjustment] of (shape?.adjustments ?? []).entries()) {
      const known = [...(shape?.dimensions.keys() ?? [])]
      const named = Object.keys(adjustment.with)
      const unknown = named.find((name) => !known.includes(name))
      const missing = known.find((name) => !named.includes(name))
      if (unknown === undefined && missing === undefined) continue
      const meant = unknown && suggest(unknown, known)
      yield {
        path: ['matrix', 'adjustments', index, 'with'],
        message: unknown
          ? `the matrix has no dimension "${unknown}"`
          : `the adjustment names no value of ${nameOf(missing)}`,
        why: 'Buildkite refuses the upload: an adjustment names one value of each dimension',
        hint: meant ? `did you mean "${meant}"?` : `name ${known.map(nameOf).join(' and ')}`,
      }
    }
  },
})
