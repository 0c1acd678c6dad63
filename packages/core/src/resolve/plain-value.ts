import { isInterpolated } from '@kitewright/schema'

/** Deeper values are left as they are: they are refused before anything is printed. */
const deepest = 600

/** What is deeper, or named at greater length, is not vouched for: the agent has limits, counted in other ways. */
const usualDepth = 100
const usualLength = 150

/** A walk through an author's values. */
export interface PlainWalk {
  /** The objects around the value, as far as `depth`. */
  readonly ancestors: object[]
  depth: number
  /**
   * Whether all values so far are what JSON has, under names of a usual length: no function, no class, no number that
   * loses digits, nothing that the agent fills in.
   */
  isPlain: boolean
}

/** A walk that has not begun. */
export function plainWalk(): PlainWalk {
  return { ancestors: [], depth: 0, isPlain: true }
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
  const plain = plainEntries({ ...value }, walk)
  walk.depth--
  return plain
}

/** The same of an object made for the walk, which may be changed. */
export function plainEntries(fresh: Record<string, unknown>, walk: PlainWalk): Readonly<Record<string, unknown>> {
  const names = Object.keys(fresh)
  let isComplete = true
  // By index: an iterator makes an object for each name, and this runs for each name of each value.
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string
    const item = fresh[name]
    if (item === undefined) isComplete = false
    else if (typeof item === 'object') fresh[name] = plainValue(item, walk)
    else plainValue(item, walk)
    // Names that the agent is to fill in begin with a NUL; those that begin with nothing are empty.
    if (name.length > usualLength || !(name.charCodeAt(0) > 0)) walk.isPlain = false
  }
  return isComplete ? fresh : withoutUndefined(fresh)
}

function plainList(list: readonly unknown[], walk: PlainWalk): readonly unknown[] {
  enter(list, walk)
  // `map` passes over holes, which are to be refused.
  const plain = list.map((item) => plainValue(item, walk))
  if (list.includes(undefined)) walk.isPlain = false
  walk.depth--
  return plain
}

function enter(value: object, walk: PlainWalk): void {
  // Not pushed and popped: a list that shrinks gives its memory back, and takes it anew for the next value.
  walk.ancestors[walk.depth++] = value
  if (walk.depth > usualDepth) walk.isPlain = false
}

function withoutUndefined(map: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(map).filter(([, item]) => item !== undefined))
}

/** Whether a value may be walked into: the agent's to fill in is no map, and a circle has no end. */
function isOpen(value: object, { ancestors, depth }: PlainWalk): boolean {
  if (isInterpolated(value) || depth > deepest) return false
  for (let level = 0; level < depth; level++) if (ancestors[level] === value) return false
  return true
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null
}

function isExact(value: number): boolean {
  return Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value)
}
