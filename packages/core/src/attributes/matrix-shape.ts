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

/** Reads every form of `matrix` (docs/spec/pipeline.md §5.4); nothing where there is none, or the agent fills it in. */
export function matrixShape(matrix: unknown): MatrixShape | undefined {
  if (!isGiven(matrix) || isInterpolated(matrix)) return undefined
  if (Array.isArray(matrix)) return { dimensions: new Map([['', matrix]]), adjustments: [], setupPath: [] }
  const { setup, adjustments } = asMap(matrix)
  // What has no dimensions is told as such; nothing more can be said of it.
  if (setup === undefined) return undefined
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

/** The values that an adjustment names and the matrix does not make, by dimension. */
export function addedValues(adjustment: MatrixAdjustment, { dimensions }: MatrixShape): readonly string[] {
  return Object.keys(adjustment.with).filter((name) => {
    const values = dimensions.get(name)
    return values !== undefined && !values.map(String).includes(String(adjustment.with[name]))
  })
}

/** How many jobs a matrix makes: the product, what adjustments add, without what they skip. */
export function matrixJobs(shape: MatrixShape): number {
  let jobs = product([...shape.dimensions.values()])
  for (const adjustment of shape.adjustments) {
    const isAdded = addedValues(adjustment, shape).length > 0
    if (isAdded && !isSkipped(adjustment)) jobs += 1
    if (!isAdded && isSkipped(adjustment)) jobs -= matched(adjustment, shape)
  }
  return Math.max(0, jobs)
}

function isSkipped({ attributes: { skip } }: MatrixAdjustment): boolean {
  return isOn(skip) || (typeof skip === 'string' && skip !== '' && skip !== 'false')
}

/** An adjustment that names some of the dimensions stands for all their combinations with the others. */
function matched(adjustment: MatrixAdjustment, { dimensions }: MatrixShape): number {
  return product([...dimensions].flatMap(([name, values]) => (name in adjustment.with ? [] : [values])))
}

function product(lists: readonly (readonly unknown[])[]): number {
  return lists.reduce((jobs, { length }) => jobs * length, 1)
}
