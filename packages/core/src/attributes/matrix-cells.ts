import { addedDimensions, type MatrixShape, type Adjustment, type MatrixValues, valueText } from './matrix.ts'
import type { PlainMap } from '@kitewright/schema'

/** One combination of a matrix: a job, unless it is skipped. */
export interface MatrixCell {
  readonly values: MatrixValues
  /** What adjustments change of the step. */
  readonly attributes: PlainMap
  readonly skip: Adjustment['skip']
}

/**
 * Every combination of a matrix: the product, in which the last dimension changes first, then what adjustments add. An
 * adjustment that names some of the dimensions stands for all their combinations with the others. May be large.
 */
export function* matrixCells(matrix: MatrixShape): Iterable<MatrixCell> {
  const { changes, additions } = sorted(matrix)
  for (const values of combinations([...matrix.dimensions], {}))
    yield cell(
      values,
      changes.filter(({ with: named }) => Object.keys(named).every((name) => values[name] === named[name])),
    )
  for (const [first, ...same] of additions) if (first) yield cell(first.with, [first, ...same])
}

function* combinations(
  [dimension, ...others]: readonly (readonly [name: string, values: readonly unknown[]])[],
  chosen: MatrixValues,
): Iterable<MatrixValues> {
  if (dimension === undefined) return yield chosen
  const [name, values] = dimension
  for (const value of values) yield* combinations(others, { ...chosen, [name]: valueText(value) })
}

/** Of several adjustments of one combination, one that skips it wins (docs/spec/pipeline.md §5.4). */
function cell(values: MatrixValues, adjustments: readonly Adjustment[]): MatrixCell {
  const attributes: PlainMap = Object.assign({}, ...adjustments.map((one) => one.attributes))
  return { values, attributes, skip: adjustments.map(({ skip }) => skip).find((skip) => skip !== undefined) }
}

/** How many combinations are not skipped. They are counted, not made, for there may be millions. */
export function matrixJobs(matrix: MatrixShape): number {
  const { changes, additions } = sorted(matrix)
  const skipped = distinct(changes.filter(({ skip }) => skip !== undefined).map((change) => change.with))
  const added = additions.filter((same) => same.every(({ skip }) => skip === undefined))
  return size({}, matrix) - union(skipped.slice(0, maximumAdjustments), matrix) + added.length
}

/** More are refused (docs/spec/upload.md §10), and to count many that overlap would take long. */
const maximumAdjustments = 12

/** The adjustments that change combinations of the matrix, and those that add combinations, grouped by what they add. */
function sorted(matrix: MatrixShape): {
  readonly changes: readonly Adjustment[]
  readonly additions: readonly (readonly Adjustment[])[]
} {
  const changes: Adjustment[] = []
  const additions = new Map<string, Adjustment[]>()
  for (const adjustment of matrix.adjustments) {
    const name = textOf(adjustment.with)
    if (addedDimensions(adjustment, matrix).length === 0) changes.push(adjustment)
    else additions.set(name, [...(additions.get(name) ?? []), adjustment])
  }
  return { changes, additions: [...additions.values()] }
}

/** How many combinations match at least one of the patterns: for each pattern, those that no later one matches. */
function union(patterns: readonly MatrixValues[], matrix: MatrixShape): number {
  return patterns.reduce((sum, pattern, index) => {
    const later = patterns.slice(index + 1).map((other) => intersection(pattern, other))
    const again = later.filter((shared) => shared !== undefined)
    return sum + size(pattern, matrix) - union(distinct(again), matrix)
  }, 0)
}

/** How many combinations match a pattern. */
function size(pattern: MatrixValues, { dimensions }: MatrixShape): number {
  if (Object.keys(pattern).some((name) => !dimensions.has(name))) return 0
  return [...dimensions].reduce((product, [name, values]) => {
    const wanted = Object.hasOwn(pattern, name) ? pattern[name] : undefined
    return product * (wanted === undefined ? values : values.filter((value) => valueText(value) === wanted)).length
  }, 1)
}

function intersection(one: MatrixValues, other: MatrixValues): MatrixValues | undefined {
  const isApart = Object.keys(one).some((name) => Object.hasOwn(other, name) && one[name] !== other[name])
  return isApart ? undefined : { ...one, ...other }
}

function distinct(patterns: readonly MatrixValues[]): readonly MatrixValues[] {
  return [...new Map(patterns.map((pattern) => [textOf(pattern), pattern])).values()]
}

/** A text that is equal for equal patterns. */
function textOf(pattern: MatrixValues): string {
  return JSON.stringify(Object.entries(pattern).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
