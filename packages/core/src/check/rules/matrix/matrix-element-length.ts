import { toBytes } from '../../../agent/utf8.ts'
import { attributeRule } from '../../attribute-rule.ts'
import { matrixShape } from '../../../attributes/matrix.ts'
import type { Rule } from '../../rule.ts'

const maximumBytes = 128

function byteLength(value: unknown): number {
  return typeof value === 'string' ? toBytes(value).length : 0
}

/** A name or value of a matrix that is too long (docs/spec/upload.md §10). */
export const matrixElementLength: Rule = attributeRule({
  code: 'KW2007',
  severity: 'error',
  kinds: ['command'],
  *find({ matrix }) {
    const shape = matrixShape(matrix)
    for (const [name, values] of shape?.dimensions ?? []) {
      const path = ['matrix', ...(shape?.setupPath ?? []), ...(name === '' ? [] : [name])]
      const long = byteLength(name) > maximumBytes ? -1 : values.findIndex((value) => byteLength(value) > maximumBytes)
      if (long === -1 && byteLength(name) <= maximumBytes) continue
      yield {
        path: long === -1 ? path : [...path, long],
        target: long === -1 ? 'key' : 'value',
        message: `a ${long === -1 ? 'dimension name' : 'value'} of the matrix is longer than ${maximumBytes} bytes`,
        why: 'Buildkite refuses the upload',
        hint: 'use a short name, and look the long text up in the command',
      }
    }
  },
})
