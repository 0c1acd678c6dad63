import { isInterpolated, isPlainObject, keySymbolsOf } from '@kitewright/schema'
import { dependencyBrand } from './dependency.ts'
import { pipelineBrand } from './pipeline-brand.ts'
import { pluginBrand } from './plugin.ts'
import { stepBrand } from './step-brand.ts'

/** Deeper values are left as they are: they are refused before anything is printed. */
const maximumDepth = 600

/** So many values in one argument, shared ones counted each time: thousands times as many as a pipeline can have. */
export const maximumValues = 1_000_000

/** Stands for an argument of more than {@link maximumValues} values; the same in every copy of the library. */
export const tooLarge: unique symbol = Symbol.for('kitewright.too-large')

/** The objects around a value on a walk through an author's values, and their copies: the first `depth` of the lists. */
interface Walk {
  readonly ancestors: object[]
  readonly copies: object[]
  depth: number
  /** How many values may still be copied; below 0 the walk is over. */
  left: number
  /** How many maps with names that the agent fills in have been met. */
  named: number
}

/** Marks a copy that holds a map with a name made by `interpolatedKey`; the same in every copy of the library. */
const holdsNames: unique symbol = Symbol.for('kitewright.holds-interpolated-names')

/** Whether an author's value, copied, holds a map with a name made by `interpolatedKey`. */
export function holdsInterpolatedNames(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, holdsNames)
}

/**
 * An author's argument as it is now, so that what he changes later changes nothing: lists and plain objects are copied
 * as deep as they go, and below the first level frozen and without properties that are `undefined`. `__proto__` as a
 * key stays a key; an object met inside itself is met inside its copy. What `command`, `plugin`, `interpolated` and others
 * made is frozen already, and is itself: a step is known by its identity. What is no data is kept for the checks to refuse.
 */
export function ownCopy<Value extends object>(value: Value): Value | typeof tooLarge {
  const walk: Walk = { ancestors: [], copies: [], depth: 0, left: maximumValues, named: 0 }
  const copy = copyOf(value, walk)
  return walk.left < 0 ? tooLarge : (copy as Value)
}

/** The same of any value, frozen; one that is no list or plain object is itself. */
export function frozenCopy<Value>(value: Value): Value | typeof tooLarge {
  return isData(value) ? Object.freeze(ownCopy(value)) : value
}

/**
 * Lists and maps in one function that calls itself, and loops by index: of functions that call each other in turn, Node
 * 20 makes optimised code of many megabytes, for which the process waits at its end, and iterators make an object an item.
 */
function copyOf(value: object, walk: Walk): object {
  const { depth, named } = walk
  if (depth > 0) {
    if (walk.left < 0 || depth > maximumDepth) return value
    for (let level = 0; level < depth; level++) if (walk.ancestors[level] === value) return walk.copies[level] as object
  }
  // Not pushed and popped: a list that shrinks gives its memory back, and takes it anew for the next value.
  walk.ancestors[depth] = value
  let copy: object
  if (Array.isArray(value)) {
    // Asked before it is copied: a list may say that it has billions of items.
    walk.left -= value.length
    if (walk.left < 0) return value
    const list: unknown[] = value.slice()
    walk.copies[depth] = list
    walk.depth = depth + 1
    for (let index = 0; index < list.length; index++) {
      const item = list[index]
      // A hole becomes `undefined`: some functions of lists pass over holes, and what they pass over nobody checks.
      if (item === undefined) list[index] = undefined
      else if (typeof item === 'object' && isData(item)) list[index] = copyOf(item, walk)
    }
    copy = list
  } else {
    // A copy of the same shape costs less than one made entry by entry, and most objects have nothing to leave out.
    const map: Record<PropertyKey, unknown> = { ...value }
    walk.copies[depth] = map
    walk.depth = depth + 1
    const symbols = keySymbolsOf(map)
    const names: readonly PropertyKey[] = symbols.length === 0 ? Object.keys(map) : [...Object.keys(map), ...symbols]
    walk.left -= names.length
    if (symbols.length > 0) walk.named++
    let isComplete = true
    for (let index = 0; index < names.length; index++) {
      const name = names[index] as PropertyKey
      const item = map[name]
      if (item === undefined) isComplete = false
      else if (typeof item === 'object' && isData(item)) map[name] = copyOf(item, walk)
    }
    copy = isComplete || depth === 0 ? map : withoutUndefined(map)
  }
  walk.depth = depth
  if (walk.named > named) Object.defineProperty(copy, holdsNames, { value: true })
  // Over the limit it may be the author's own, and all of it is given up.
  return depth === 0 || walk.left < 0 ? copy : Object.freeze(copy)
}

function withoutUndefined(map: Readonly<Record<PropertyKey, unknown>>): object {
  const kept = Reflect.ownKeys(map).filter((name) => map[name] !== undefined)
  return Object.fromEntries(kept.map((name) => [name, map[name]]))
}

const brands = [stepBrand, pluginBrand, dependencyBrand, pipelineBrand] as const

/** Whether a value is a list or a plain object, and none that the library made. */
function isData(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return true
  return isPlainObject(value) && !isMade(value)
}

function isMade(value: object): boolean {
  return isInterpolated(value) || brands.some((brand) => Object.hasOwn(value, brand))
}
