import { attributeRule } from '../../attribute-rule.ts'
import { addedValues, matrixShape } from '../../../attributes/matrix-shape.ts'
import { isGiven } from '../../../attributes/read-value.ts'
import { suggest } from '@kitewright/schema'
import type { Rule } from '../../rule.ts'

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
      const { skip } = adjustment.attributes
      if (!shape || !isGiven(skip) || skip === false) continue
      const [name] = addedValues(adjustment, shape)
      if (name === undefined) continue
      const value = String(adjustment.with[name])
      yield {
        path: ['matrix', 'adjustments', index, 'with'],
        message: `the adjustment skips "${value}", which the matrix does not make`,
        why: 'nothing is skipped',
        hint: hintFor(value, (shape.dimensions.get(name) ?? []).map(String)),
      }
    }
  },
})
