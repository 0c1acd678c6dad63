import { isInterpolated } from '@kitewright/schema'

/** Deeper values are left as they are: they are refused before anything is printed. */
const deepest = 600

/** What is deeper, or named at greater length, is not vouched for: the agent has limits, counted in other ways. */
const usualDepth = 100
const usualLength = 150

/** A walk through an author's values. */
export interface PlainWalk {
  /** The objects around the value. */
  readonly ancestors: object[]
  /**
   * Whether all values so far are what JSON has, under names of a usual length: no function, no class, no number that
   * loses digits, nothing that the agent fills in.
   */
  isPlain: boolean
}

/**
 * An author's value as it is sent: without properties that are `undefined`, copied as deep as plain objects and lists
 * go. What is neither is kept for the checks to refuse. An object met inside itself is kept too, for the same reason.
 */
export function plainValue(value: unknown, walk: PlainWalk): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (typeof value === 'object' && isOpen(value, walk)) {
    if (Array.isArray(value)) return plainList(value, walk)
    if (isPlainObject(value)) return plainObject(value, walk)
  }
  if (typeof value !== 'number' || !isExact(value)) walk.isPlain = false
  return value
}

/** The entries of a plain object that are set; `__proto__` as an author's key stays a key. */
export function plainObject(value: object, walk: PlainWalk): Readonly<Record<string, unknown>> {
  enter(value, walk)
  // A copy of the same shape costs less than one made entry by entry, and most objects have nothing to leave out.
  const copy: Record<string, unknown> = { ...value }
  let isComplete = true
  for (const name of Object.keys(copy)) {
    const item = copy[name]
    if (item === undefined) isComplete = false
    else if (typeof item !== 'string') copy[name] = plainValue(item, walk)
    noteName(name, walk)
  }
  walk.ancestors.pop()
  return isComplete ? copy : withoutUndefined(copy)
}

/** Assignment would take an entry named `__proto__` for the object's prototype. */
export function setEntry(map: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') map[name] = value
  else Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true })
}

/** Names that the agent is to fill in begin with a NUL; those that begin with nothing are empty. */
export function noteName(name: string, walk: PlainWalk): void {
  if (name.length > usualLength || !(name.charCodeAt(0) > 0)) walk.isPlain = false
}

function plainList(list: readonly unknown[], walk: PlainWalk): readonly unknown[] {
  enter(list, walk)
  const copy: unknown[] = []
  // Not map, which would pass over holes.
  for (const item of list) copy.push(plainValue(item, walk))
  walk.ancestors.pop()
  return copy
}

function enter(value: object, walk: PlainWalk): void {
  walk.ancestors.push(value)
  if (walk.ancestors.length > usualDepth) walk.isPlain = false
}

function withoutUndefined(map: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(map).filter(([, item]) => item !== undefined))
}

/** Whether a value may be walked into: the agent's to fill in is no map, and a circle has no end. */
function isOpen(value: object, { ancestors }: PlainWalk): boolean {
  return !isInterpolated(value) && ancestors.length <= deepest && !ancestors.includes(value)
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null
}

function isExact(value: number): boolean {
  return Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value)
}
