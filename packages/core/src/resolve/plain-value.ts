import { isInterpolated, isPlainObject, type PlainMap, withInterpolatedKeys } from '@kitewright/schema'

/** Deeper values are left as they are: they are refused before anything is printed. */
const maximumDepth = 600

/** The objects around a value on a walk through an author's values: the first `depth` of the list. */
export interface PlainWalk {
  readonly ancestors: object[]
  depth: number
}

/** A walk that has not begun. */
export function plainWalk(): PlainWalk {
  return { ancestors: [], depth: 0 }
}

/**
 * An author's value as it is sent: without properties that are `undefined`, copied as deep as plain objects and lists
 * go; `__proto__` as an author's key stays a key. What is neither is kept for the checks to refuse. An object met inside
 * itself is kept too, for the same reason.
 */
export function plainValue(value: unknown, walk: PlainWalk): unknown {
  return canEnter(value, walk) ? plainCopy(value, walk) : value
}

/**
 * Lists and maps in one function that calls itself, and loops by index: of functions that call each other in turn, Node
 * 20 makes optimised code of many megabytes, for which the process waits at its end, and iterators make an object an item.
 */
function plainCopy(value: object, walk: PlainWalk): object {
  // Not pushed and popped: a list that shrinks gives its memory back, and takes it anew for the next value.
  walk.ancestors[walk.depth++] = value
  if (Array.isArray(value)) {
    const list: unknown[] = value.slice()
    for (let index = 0; index < list.length; index++) {
      const item = list[index]
      if (canEnter(item, walk)) list[index] = plainCopy(item, walk)
    }
    walk.depth--
    return list
  }
  // A copy of the same shape costs less than one made entry by entry, and most objects have nothing to leave out.
  const map: Record<string, unknown> = { ...withInterpolatedKeys(value as PlainMap) }
  const names = Object.keys(map)
  let isComplete = true
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string
    const item = map[name]
    if (item === undefined) isComplete = false
    else if (canEnter(item, walk)) map[name] = plainCopy(item, walk)
  }
  walk.depth--
  return isComplete ? map : withoutUndefined(map)
}

/** Whether a value may be walked into: the agent's to fill in is no map, and a circle has no end. */
function canEnter(value: unknown, { ancestors, depth }: PlainWalk): value is object {
  if (typeof value !== 'object' || value === null || isInterpolated(value) || depth > maximumDepth) return false
  for (let level = 0; level < depth; level++) if (ancestors[level] === value) return false
  return Array.isArray(value) || isPlainObject(value)
}

function withoutUndefined(map: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(map).filter(([, item]) => item !== undefined))
}
