import { attributeRule } from '../attribute-rule.ts'
import { matrixShape, type MatrixShape } from '../matrix-shape.ts'
import { isGiven, type PlainMap } from '../read-value.ts'
import { suggest } from '@kitewright/schema'
import type { Rule } from '../rule.ts'

function namesEach(combination: PlainMap, { dimensions }: MatrixShape): boolean {
  const names = Object.keys(combination)
  return names.length === dimensions.size && names.every((name) => dimensions.has(name))
}

function hintFor(value: string, values: readonly string[]): string {
  const meant = suggest(value, values)
  return meant ? `did you mean "${meant}"?` : `the values are ${values.join(', ')}`
}

/** An adjustment that skips a combination which the matrix does not make (pipeline.md §5.4). */
export const adjustmentSkipsNothing: Rule = attributeRule({
  code: 'KW3007',
  severity: 'warning',
  kinds: ['command'],
  *find({ matrix }) {
    const shape = matrixShape(matrix)
    for (const [index, adjustment] of (shape?.adjustments ?? []).entries()) {
      const { skip } = adjustment.attributes
      if (!shape || !isGiven(skip) || skip === false || !namesEach(adjustment.with, shape)) continue
      const odd = [...shape.dimensions].find(
        ([name, values]) => !values.map(String).includes(String(adjustment.with[name])),
      )
      if (!odd) continue
      yield {
        path: ['matrix', 'adjustments', index, 'with'],
        message: `the adjustment skips "${String(adjustment.with[odd[0]])}", which the matrix does not make`,
        why: 'nothing is skipped',
        hint: hintFor(String(adjustment.with[odd[0]]), odd[1].map(String)),
      }
    }
  },
})
