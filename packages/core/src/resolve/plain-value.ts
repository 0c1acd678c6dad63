import { isInterpolated, isPlainObject } from '@kitewright/schema'

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
   * Whether all values so far are what JSON has or the agent fills in, under names of a usual length: no function, no
   * class, no number that loses digits.
   */
  isPlain: boolean
  /** Whether any value is for the agent to fill in. */
  hasExpressions: boolean
}

/** A walk that has not begun. */
export function plainWalk(): PlainWalk {
  return { ancestors: [], depth: 0, isPlain: true, hasExpressions: false }
}

/**
 * An author's value as it is sent: without properties that are `undefined`, copied as deep as plain objects and lists
 * go; `__proto__` as an author's key stays a key. What is neither is kept for the checks to refuse. An object met inside
 * itself is kept too, for the same reason.
 */
export function plainValue(value: unknown, walk: PlainWalk): unknown {
  if (canEnter(value, walk)) return plainCopy(value, walk)
  note(value, walk)
  return value
}

/**
 * Lists and maps in one function that calls itself, and loops by index: of functions that call each other in turn, Node
 * 20 makes optimised code of many megabytes, for which the process waits at its end, and iterators make an object an item.
 */
function plainCopy(value: object, walk: PlainWalk): object {
  // Not pushed and popped: a list that shrinks gives its memory back, and takes it anew for the next value.
  walk.ancestors[walk.depth++] = value
  if (walk.depth > usualDepth) walk.isPlain = false
  if (Array.isArray(value)) {
    const list: unknown[] = value.slice()
    for (let index = 0; index < list.length; index++) {
      const item = list[index]
      if (typeof item === 'string') continue
      if (canEnter(item, walk)) list[index] = plainCopy(item, walk)
      else note(item, walk)
    }
    walk.depth--
    return list
  }
  // A copy of the same shape costs less than one made entry by entry, and most objects have nothing to leave out.
  const map: Record<string, unknown> = { ...value }
  const names = Object.keys(map)
  let isComplete = true
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string
    const item = map[name]
    // Names that the agent is to fill in begin with a NUL; those that begin with nothing are empty.
    if (name.length > usualLength || !(name.charCodeAt(0) > 0)) walk.isPlain = false
    if (typeof item === 'string') continue
    if (item === undefined) isComplete = false
    else if (canEnter(item, walk)) map[name] = plainCopy(item, walk)
    else note(item, walk)
  }
  walk.depth--
  return isComplete ? map : withoutUndefined(map)
}

/** Whether a value may be walked into: the agent's to fill in is no map, and a circle has no end. */
function canEnter(value: unknown, { ancestors, depth }: PlainWalk): value is object {
  if (typeof value !== 'object' || value === null || isInterpolated(value) || depth > deepest) return false
  for (let level = 0; level < depth; level++) if (ancestors[level] === value) return false
  return Array.isArray(value) || isPlainObject(value)
}

function note(value: unknown, walk: PlainWalk): void {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return
  if (isInterpolated(value)) walk.hasExpressions = true
  else if (typeof value !== 'number' || !isExact(value)) walk.isPlain = false
}

function withoutUndefined(map: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(map).filter(([, item]) => item !== undefined))
}

function isExact(value: number): boolean {
  return Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value)
}
