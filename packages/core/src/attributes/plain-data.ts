import { interpolatedText, isInterpolated, keyExpression } from '@kitewright/schema'

/** A value as JSON has it; what the uploading agent fills in says so. */
export function plainData(value: unknown): unknown {
  if (isInterpolated(value)) return { $interpolated: value[interpolatedText] }
  if (Array.isArray(value)) return value.map(plainData)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [plainName(name), plainData(item)]))
}

function plainName(name: string): string {
  const expression = keyExpression(name)
  return expression === undefined ? name : `$interpolated:${expression}`
}
