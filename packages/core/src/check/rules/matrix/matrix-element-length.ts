import { attributeRule } from '../../attribute-rule.ts'
import { matrixShape } from '../../../attributes/matrix-shape.ts'
import type { Rule } from '../../rule.ts'

const most = 128

function byteLength(value: unknown): number {
  return typeof value === 'string' ? encodeURIComponent(value).replace(/%../g, '.').length : 0
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
      const long = byteLength(name) > most ? -1 : values.findIndex((value) => byteLength(value) > most)
      if (long === -1 && byteLength(name) <= most) continue
      yield {
        path: long === -1 ? path : [...path, long],
        target: long === -1 ? 'key' : 'value',
        message: `a ${long === -1 ? 'dimension name' : 'value'} of the matrix is longer than ${most} bytes`,
        why: 'Buildkite refuses the upload',
        hint: 'use a short name, and look the long text up in the command',
      }
    }
  },
})
