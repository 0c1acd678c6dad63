import { isInterpolated } from '@kitewright/schema'
import { asList, asMap, isGiven, isOn, type PlainMap } from './read-value.ts'

/** One adjustment: the combination it names, by dimension, and what it changes. */
export interface MatrixAdjustment {
  readonly with: PlainMap
  readonly attributes: PlainMap
}

/** A step's matrix with its dimensions named; the only dimension of a plain list has the name `''`. */
export interface MatrixShape {
  readonly dimensions: ReadonlyMap<string, readonly unknown[]>
  readonly adjustments: readonly MatrixAdjustment[]
  /** Where the dimensions were written, below `matrix`. */
  readonly setupPath: readonly string[]
}

/** Reads every form of `matrix` (pipeline.md §5.4); nothing where there is none, or the agent fills it in. */
export function matrixShape(matrix: unknown): MatrixShape | undefined {
  if (!isGiven(matrix) || isInterpolated(matrix)) return undefined
  if (Array.isArray(matrix)) return { dimensions: new Map([['', matrix]]), adjustments: [], setupPath: [] }
  const { setup, adjustments } = asMap(matrix)
  return {
    dimensions: Array.isArray(setup) ? new Map([['', setup]]) : namedDimensions(asMap(setup)),
    adjustments: asList(adjustments).map(readAdjustment),
    setupPath: ['setup'],
  }
}

function namedDimensions(setup: PlainMap): ReadonlyMap<string, readonly unknown[]> {
  return new Map(Object.entries(setup).map(([name, values]) => [name, Array.isArray(values) ? values : [values]]))
}

function readAdjustment(value: unknown): MatrixAdjustment {
  const { with: named, ...attributes } = asMap(value)
  if (Array.isArray(named)) return { with: named.length === 1 ? { '': named[0] } : {}, attributes }
  return { with: typeof named === 'object' ? asMap(named) : { '': named }, attributes }
}

/** Whether the combination is one of the product of the dimensions' values. */
export function isCombination(combination: PlainMap, { dimensions }: MatrixShape): boolean {
  return [...dimensions].every(([name, values]) => values.map(String).includes(String(combination[name])))
}

/** How many jobs a matrix makes: the product, what adjustments add, without what they skip. */
export function matrixJobs(shape: MatrixShape): number {
  let jobs = 1
  for (const values of shape.dimensions.values()) jobs *= values.length
  const skipped = shape.adjustments.filter(
    ({ attributes: { skip } }) => isOn(skip) || (typeof skip === 'string' && skip !== 'false'),
  )
  const added = shape.adjustments.filter((adjustment) => !isCombination(adjustment.with, shape))
  return Math.max(0, jobs + added.length - skipped.length)
}
