/** A map of attributes, as plain data. */
export type PlainMap = Readonly<Record<string, unknown>>

/** Whether a value is what `{ … }` makes, in this realm or another: a test runner may evaluate an author's file in its own. */
export function isPlainObject(value: unknown): value is PlainMap {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === null || prototype === Object.prototype) return true
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'isPrototypeOf')
}
