import { isInterpolated } from '@kitewright/schema'

/** Deeper values are left as they are: they are refused before anything is printed. */
const deepest = 600

/**
 * An author's value as it is sent: without properties that are `undefined`, copied as deep as plain objects and lists
 * go. What is neither is kept for the checks to refuse. An object met inside itself is kept too, for the same reason.
 */
export function plainValue(value: unknown, ancestors: readonly object[] = []): unknown {
  if (typeof value !== 'object' || value === null || isInterpolated(value)) return value
  if (ancestors.includes(value) || ancestors.length > deepest) return value
  const inside = [...ancestors, value]
  if (Array.isArray(value)) return value.map((item) => plainValue(item, inside))
  if (!isPlainObject(value)) return value
  return plainObject(value, inside)
}

/** The entries of a plain object that are set; `__proto__` as an author's key stays a key. */
export function plainObject(value: object, ancestors: readonly object[] = []): Record<string, unknown> {
  const entries: [string, unknown][] = []
  for (const [name, item] of Object.entries(value)) {
    if (item !== undefined) entries.push([name, plainValue(item, ancestors)])
  }
  return Object.fromEntries(entries)
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null
}
