import { suggest } from '@kitewright/schema'
import { addedDimensions, matrixShape, valueText } from '../../../attributes/matrix.ts'
import { attributeRule } from '../../attribute-rule.ts'
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

function hintFor(value: string, values: readonly string[]): string {
  const meant = suggest(value, values)
  return meant ? `did you mean "${meant}"?` : `the values are ${values.join(', ')}`
}

/** An adjustment that skips a combination which the matrix does not make (docs/spec/pipeline.md §5.4). */
export const adjustmentSkipsNothing: Rule = attributeRule({
  code: 'KW3007',
  severity: 'warning',
  kinds: ['command'],
  *find({ matrix }) {
    const shape = matrixShape(matrix)
    for (const [index, adjustment] of (shape?.adjustments ?? []).entries()) {
      if (!shape || adjustment.skip === undefined) continue
      const [name] = addedDimensions(adjustment, shape)
      const value = name === undefined ? undefined : adjustment.with[name]
      if (name === undefined || value === undefined) continue
      yield {
        path: ['matrix', 'adjustments', index, 'with'],
        message: `the adjustment skips "${value}", which the matrix does not make`,
        why: 'nothing is skipped',
        hint: hintFor(value, (shape.dimensions.get(name) ?? []).map(valueText)),
      }
    }
  },
})
