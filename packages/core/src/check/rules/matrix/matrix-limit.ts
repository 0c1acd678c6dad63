import { toBytes } from '../../../agent/utf8.ts'
import { matrixJobs } from '../../../attributes/matrix-cells.ts'
import { matrixShape } from '../../../attributes/matrix.ts'
import { isGiven } from '../../../attributes/read-value.ts'
import { attributeRule } from '../../attribute-rule.ts'
import type { Finding, Rule } from '../../rule.ts'

const maximumJobs = 50

/** More jobs than the documentation allows one matrix (docs/spec/upload.md §10); running pipelines have more. */
export const matrixTooLarge: Rule = attributeRule({
  code: 'KW2006',
  severity: 'warning',
  kinds: ['command'],
  *find({ matrix }) {
    const shape = matrixShape(matrix)
    if (!shape || shape.dimensions.size > 6 || [...shape.dimensions.values()].some(({ length }) => length > 25)) return
    const jobs = matrixJobs(shape)
    if (jobs <= maximumJobs) return
    yield {
      path: ['matrix'],
      message: `the matrix makes ${jobs} jobs, and the documentation allows ${maximumJobs}`,
      why: 'pipelines with larger ones run, since the limit can be raised for an organisation; where it was not, Buildkite refuses the upload',
      hint: 'ask Buildkite what yours may make, split the step into several, or make the steps in TypeScript instead',
    }
  },
})

const maximumBytes = 128

/** A name or value of a matrix that is too long (docs/spec/upload.md §10). */
export const matrixElementLength: Rule = attributeRule({
  code: 'KW2007',
  severity: 'error',
  kinds: ['command'],
  *find({ matrix }) {
    const shape = matrixShape(matrix)
    if (!shape) return
    for (const [name, values] of shape.dimensions) {
      const path = ['matrix', ...shape.setupPath, ...(name === '' ? [] : [name])]
      const long = values.findIndex(isTooLong)
      if (isTooLong(name)) yield { path, target: 'key', ...tooLong('dimension name') }
      else if (long !== -1) yield { path: [...path, long], ...tooLong('value') }
    }
  },
})

function isTooLong(value: unknown): boolean {
  return typeof value === 'string' && toBytes(value).length > maximumBytes
}

function tooLong(what: string): Pick<Finding, 'message' | 'why' | 'hint'> {
  return {
    message: `a ${what} of the matrix is longer than ${maximumBytes} bytes`,
    why: 'Buildkite refuses the upload',
    hint: 'use a short name, and look the long text up in the command',
  }
}

/** `matrix` and `parallelism` exclude each other (docs/spec/pipeline.md §5.4). */
export const matrixWithParallelism: Rule = attributeRule({
  code: 'KW3005',
  severity: 'error',
  kinds: ['command'],
  *find({ matrix, parallelism }) {
    if (!isGiven(matrix) || !isGiven(parallelism)) return
    yield {
      path: ['parallelism'],
      target: 'key',
      message: 'matrix and parallelism on the same step',
      why: 'Buildkite refuses the upload',
      hint: "make the share a dimension of the matrix: setup: { …, share: ['1', '2', '3'] }",
    }
  },
})
