import { interpolatedKey, interpolatedText, isInterpolated, keyExpression, type PlainMap } from '@kitewright/schema'
import { plainData } from './plain-data.ts'
import { asList, asMap, isGiven, isOn } from './read-value.ts'

/** Values by dimension, as text: of all dimensions or some. */
export type MatrixValues = Readonly<Record<string, string>>

/** What is different for one combination of values. */
export interface Adjustment {
  readonly with: MatrixValues
  /** What it changes of the step. */
  readonly attributes: PlainMap
  /** Why the combination makes no job, if it is to make none: `true`, or the reason that was given. */
  readonly skip: true | string | undefined
}

/** A step's matrix with its dimensions named; the only dimension of a plain list has the name `''`. */
export interface MatrixShape {
  readonly dimensions: ReadonlyMap<string, readonly unknown[]>
  readonly adjustments: readonly Adjustment[]
  /** Where the dimensions were written, below `matrix`. */
  readonly setupPath: readonly string[]
}

/**
 * Reads every form of `matrix` (docs/spec/pipeline.md §5.4). Returns undefined where there is none, where the agent fills
 * it in, and where it has no dimensions, which is reported as such.
 */
export function matrixShape(matrix: unknown): MatrixShape | undefined {
  if (!isGiven(matrix) || isInterpolated(matrix)) return undefined
  if (Array.isArray(matrix)) return { dimensions: new Map([['', matrix]]), adjustments: [], setupPath: [] }
  const { setup, adjustments } = asMap(matrix)
  if (setup === undefined) return undefined
  return {
    dimensions: Array.isArray(setup) ? new Map([['', setup]]) : namedDimensions(asMap(setup)),
    adjustments: asList(adjustments).map(readAdjustment),
    setupPath: ['setup'],
  }
}

function namedDimensions(setup: PlainMap): MatrixShape['dimensions'] {
  return new Map(Object.entries(setup).map(([name, values]) => [name, Array.isArray(values) ? values : [values]]))
}

function readAdjustment(value: unknown): Adjustment {
  const { with: named, skip, ...attributes } = asMap(value)
  return { with: readCombination(named), attributes, skip: readSkip(skip) }
}

function readCombination(named: unknown): MatrixValues {
  if (Array.isArray(named)) return named.length === 1 ? { '': valueText(named[0]) } : {}
  if (typeof named !== 'object') return { '': valueText(named) }
  return Object.fromEntries(Object.entries(asMap(named)).map(([name, value]) => [name, valueText(value)]))
}

/** Any text skips, even an empty one (docs/spec/pipeline.md §4.7). */
function readSkip(skip: unknown): Adjustment['skip'] {
  if (isOn(skip) || skip === '') return true
  return typeof skip === 'string' ? skip : undefined
}

/** A value of a matrix as the text that stands for it. */
export function valueText(value: unknown): string {
  if (isInterpolated(value)) return interpolatedKey(value[interpolatedText])
  return typeof value === 'object' ? JSON.stringify(plainData(value)) : String(value)
}

/**
 * The dimensions for which an adjustment names a value that the matrix does not have: it adds a combination. Of what the
 * agent fills in, nothing is known.
 */
export function addedDimensions({ with: named }: Adjustment, { dimensions }: MatrixShape): readonly string[] {
  return Object.entries(named).flatMap(([name, value]) => {
    const values = dimensions.get(name)
    if (values === undefined || keyExpression(value) !== undefined || values.some(isInterpolated)) return []
    return values.every((other) => valueText(other) !== value) ? [name] : []
  })
}
