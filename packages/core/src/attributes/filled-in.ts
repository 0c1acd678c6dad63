import { interpolatedText, isInterpolated, keyExpression } from '@kitewright/schema'

/** A value with what the agent fills in replaced; the same value where there is nothing of that. */
export function filledIn(value: unknown, fill: (expression: string) => string): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isInterpolated(value)) return fill(value[interpolatedText])
  if (Array.isArray(value)) {
    const items = value.map((item) => filledIn(item, fill))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  const entries = Object.entries(value)
  const filled = entries.map(([name, item]): readonly [string, unknown] => {
    const expression = keyExpression(name)
    return [expression === undefined ? name : fill(expression), filledIn(item, fill)]
  })
  const isSame = filled.every(([name, item], index) => name === entries[index]?.[0] && item === entries[index]?.[1])
  return isSame ? value : Object.fromEntries(filled)
}
