import { loopOf } from './find-loops.ts'
import type { Level } from './likeness.ts'
import { makeFunction } from './make-function.ts'
import type { MadeFunction } from './make-function.ts'
import { linesOf } from './print-code.ts'
import type { StepPlace } from './step-lists.ts'

/** Steps that are written in one way, and the lines that this takes. */
export interface Part {
  readonly places: readonly StepPlace[]
  readonly lines: number
  /** The function that makes them, if they are written as its calls. */
  readonly made?: MadeFunction
  /** Whether a loop does as well as a function. */
  readonly isLoop?: boolean
}

/**
 * The shortest way to write steps: by one function for all, by functions for those that are more alike, or by these with
 * one more function for those that are left.
 *
 * @param levels The ways in which steps can be alike, the loosest first
 * @param mark What the functions' marks begin with
 */
export function planFunctions(
  places: readonly StepPlace[],
  [level, ...deeper]: readonly Level[],
  mark: string,
): readonly Part[] {
  const groups = level === undefined || places.length < 2 ? [] : grouped(places, level)
  if (groups.length === 1) return planFunctions(places, deeper, mark)
  if (level?.isPartial === true) return withSome(places, groups, deeper, mark)
  const whole = together(places, mark)
  if (groups.length === 0) return [whole ?? { places, lines: sum(places.map(linesAt)) }]
  const apart = groups.flatMap((group) => planFunctions(group, deeper, mark))
  const plans = whole === undefined ? [] : [[whole], besides(apart, whole, mark)]
  return shortest([apart, pooled(apart, mark), ...plans])
}

/** Functions for those that are alike, and what is shortest for the others; or what is shortest for all without these. */
function withSome(
  places: readonly StepPlace[],
  groups: readonly (readonly StepPlace[])[],
  deeper: readonly Level[],
  mark: string,
): readonly Part[] {
  const made = groups.flatMap((group) => together(group, mark) ?? [])
  const taken = new Set(placesOf(made))
  const others = places.filter((place) => !taken.has(place))
  const without = planFunctions(places, deeper, mark)
  return made.length === 0 ? without : shortest([without, [...made, ...planFunctions(others, deeper, mark)]])
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

const linesAt = ({ written, indent }: StepPlace): number => linesOf([written], indent)

const linesOfAll = (parts: readonly Part[]): number => sum(parts.map(({ lines }) => lines))

const shortest = (plans: readonly (readonly Part[])[]): readonly Part[] =>
  plans.reduce((best, plan) => (linesOfAll(plan) < linesOfAll(best) ? plan : best))

/** The steps that are alike. */
function grouped(places: readonly StepPlace[], level: Level): readonly (readonly StepPlace[])[] {
  const groups = new Map<string, StepPlace[]>()
  const likeness = level.likeness(places.map(({ written }) => written))
  for (const place of places) {
    const like = likeness(place.written) ?? ''
    groups.set(like, [...(groups.get(like) ?? []), place])
  }
  return [...groups.values()]
}

/** One function for all, or one loop if they stand in one row. Returns undefined if neither is much shorter. */
function together(places: readonly StepPlace[], mark: string): Part | undefined {
  const items = places.map(({ written }) => written)
  const row = places.length > 1 && isRow(places) ? loopOf(items, 'row') : undefined
  const loop: Part | undefined = row && { places, lines: linesOf([{ code: row }], places[0]?.indent), isLoop: true }
  const made = places.length < 3 ? undefined : makeFunction(places, `${mark}${nameOf(places)}`)
  if (made === undefined || (loop !== undefined && loop.lines <= made.lines)) return loop
  return { places, lines: made.lines, made }
}

/** A mark that no other function has, as short as a name: the place of its first step. */
const nameOf = ([first]: readonly StepPlace[]): string => `${first?.list}.${first?.position}`

/** The same with one function for all that have none. */
function pooled(parts: readonly Part[], mark: string): readonly Part[] {
  const left = parts.filter(isPlain)
  const whole = left.length < 2 ? undefined : together(placesOf(left), mark)
  return whole === undefined ? parts : [...parts.filter((part) => !isPlain(part)), whole]
}

const placesOf = (parts: readonly Part[]): readonly StepPlace[] => parts.flatMap(({ places }) => places)

const isPlain = ({ made, isLoop }: Part): boolean => made === undefined && isLoop !== true

/** One function for all but those which take fewer lines apart. */
function besides(parts: readonly Part[], whole: Part, mark: string): readonly Part[] {
  const linesInWhole = ({ places }: Part): number => sum(places.map((place) => whole.made?.linesOf(place) ?? 0))
  const better = parts.filter((part) => part.lines <= linesInWhole(part))
  const rest = together(placesOf(parts.filter((part) => !better.includes(part))), mark)
  return rest === undefined ? parts : [...better, rest]
}

/** Whether steps stand one after the other in one list. */
function isRow(places: readonly StepPlace[]): boolean {
  const [first] = places
  return places.every(({ list, position }, index) => list === first?.list && position === first.position + index)
}
