import { suggest } from '@kitewright/schema'
import { addedDimensions, matrixShape, valueText } from '../../../attributes/matrix.ts'
import { attributeRule } from '../../attribute-rule.ts'
import type { Finding, Rule } from '../../rule.ts'

function nameOf(dimension: string): string {
  return dimension === '' ? 'one dimension without a name' : `"${dimension}"`
}

/** An adjustment that does not name just the dimensions that the matrix has (docs/spec/pipeline.md §5.4). */
export const adjustmentDimensions: Rule = attributeRule({
  code: 'KW3006',
  severity: 'error',
  kinds: ['command'],
  *find({ matrix }) {
    const shape = matrixShape(matrix)
    const known = [...(shape?.dimensions.keys() ?? [])]
    for (const [index, adjustment] of (shape?.adjustments ?? []).entries()) {
      const path = ['matrix', 'adjustments', index, 'with']
      const named = Object.keys(adjustment.with)
      const unknown = named.find((name) => !known.includes(name))
      const missing = known.filter((name) => !named.includes(name))
      if (unknown !== undefined) yield { path, why, ...unknownDimension(unknown, known) }
      // One that changes combinations stands for all that it fits, as running pipelines have it.
      else if (
        missing.length > 0 &&
        shape &&
        adjustment.skip === undefined &&
        addedDimensions(adjustment, shape).length > 0
      )
        yield { path, why, ...missingDimensions(missing) }
    }
  },
})

const why = 'Buildkite refuses an adjustment that does not name just the dimensions of the matrix'

function unknownDimension(name: string, known: readonly string[]): Pick<Finding, 'message' | 'hint'> {
  const meant = suggest(name, known)
  return {
    message: name === '' ? 'the adjustment names no dimension' : `the matrix has no dimension "${name}"`,
    hint: meant ? `did you mean "${meant}"?` : `the matrix has ${known.map(nameOf).join(' and ')}`,
  }
}

function missingDimensions(names: readonly string[]): Pick<Finding, 'message' | 'hint'> {
  return {
    message: `the adjustment adds a combination without a value of ${names.map(nameOf).join(' and ')}`,
    hint: `add ${names.map((name) => `${name}: '…'`).join(', ')} to it`,
  }
}

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
