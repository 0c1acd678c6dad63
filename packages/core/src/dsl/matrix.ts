import type { Matrix, MatrixAdjustment } from '@kitewright/schema'
import { frozenCopy } from '../model/own-copy.ts'

type Value = string | number | boolean

/** Values by the name of their dimension. */
export type MatrixDimensions = { readonly [name: string]: readonly Value[] }

/** What differs for one combination of the values of a matrix. */
export interface MatrixDifference<Combination> extends Pick<MatrixAdjustment, 'skip' | 'soft_fail'> {
  /** The combination: a value for every dimension. */
  readonly with: Combination
}

/** What `matrix` takes beside the dimensions. */
export interface MatrixOptions<Dimensions extends MatrixDimensions> {
  /** Combinations that are skipped, or may fail. */
  readonly adjustments?:
    readonly MatrixDifference<{ readonly [Name in keyof Dimensions]: Dimensions[Name][number] }>[] | undefined
  /** Combinations beside those of the dimensions' values. */
  readonly additions?: readonly MatrixDifference<{ readonly [Name in keyof Dimensions]: Value }>[] | undefined
}

/** A matrix as Buildkite takes it, and what to write for the value of each dimension. */
export interface TypedMatrix<Dimensions extends MatrixDimensions> extends Matrix {
  /** What Buildkite replaces by the value: `{{matrix.os}}`. */
  readonly value: { readonly [Name in keyof Dimensions & string]: `{{matrix.${Name}}}` }
}

/**
 * A matrix whose dimensions and values the compiler knows.
 *
 * @see https://buildkite.com/docs/pipelines/configure/workflows/build-matrix
 * @example
 * const on = matrix({ os: ['linux', 'darwin'], node: ['22', '24'] }, {
 *   adjustments: [{ with: { os: 'darwin', node: '22' }, skip: 'no agents' }],
 * })
 * command({ label: `Test on ${on.value.os}`, command: `test --node ${on.value.node}`, matrix: on })
 */
export function matrix<const Dimensions extends MatrixDimensions>(
  setup: Dimensions,
  options: MatrixOptions<Dimensions> = {},
): TypedMatrix<Dimensions> {
  const differences = [listOf(options?.adjustments), listOf(options?.additions)].flat()
  const own = frozenCopy(differences.length === 0 ? { setup } : { setup, adjustments: differences })
  // Of a setup with more values than anybody reads nothing is left, which is reported as such.
  const wire = { ...(own as Matrix) }
  const tokens = Object.keys(setup ?? {}).map((name) => [name, `{{matrix.${name}}}`])
  // Not enumerable: what is sent is the rest.
  const value = Object.freeze(Object.fromEntries(tokens) as TypedMatrix<Dimensions>['value'])
  return Object.freeze(Object.defineProperty(wire as TypedMatrix<Dimensions>, 'value', { value }))
}

/** What is no list, plain JavaScript can give it, stays for the checks to refuse. */
function listOf(differences: unknown): readonly unknown[] {
  if (differences === undefined || differences === null) return []
  return Array.isArray(differences) ? differences : [differences]
}
