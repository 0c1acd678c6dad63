import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../../../test/runs.ts'
import { stackFrames } from './stack-frames.ts'

test('files are named with and without a function, a query and `async`', () => {
  const stack = [
    'Error: at /no/frame',
    '    at f (/a/b.ts:1:2)',
    '    at async /a/c.ts:3:4',
    '    at async Promise.all (file:///a/d%20e.ts?namespace=1:5:6)',
    '    at C:\\f.ts:7:8',
    '    at node:internal/modules:9:10',
    '    at <anonymous>',
  ]
  expect(stackFrames(stack.join('\n'))).toEqual([
    { file: '/a/b.ts', line: 1, column: 2 },
    { file: '/a/c.ts', line: 3, column: 4 },
    { file: '/a/d e.ts', line: 5, column: 6 },
    { file: 'C:\\f.ts', line: 7, column: 8 },
  ])
})

/** The same by one expression. */
function naiveFrame(line: string): unknown {
  const [, where, row, column] = /^\s*at (?:.*? \()?(?:async )?(\S.*?):(\d+):(\d+)\)?$/.exec(line) ?? []
  const bare = where?.replace(/\?[^/\\]*$/, '') ?? ''
  if (!/^(?:file:|\/|[A-Za-z]:[\\/])/.test(bare)) return []
  try {
    return [{ file: bare.startsWith('file:') ? fileURLToPath(bare) : bare, line: Number(row), column: Number(column) }]
  } catch {
    return []
  }
}

test('any line is read as by one expression', () => {
  const parts = ['    at ', 'f', ' (', 'async ', 'file:///', '/a', '?', '\\', ':1', ':23', ')', ' ', 'C:']
  const line = fc.string({ unit: fc.constantFrom(...parts), maxLength: 10 }).map((text) => `at ${text}:1:2`)
  fc.assert(
    fc.property(line, (text) => {
      expect(stackFrames(text)).toEqual(naiveFrame(text))
    }),
    { numRuns: runs(2_000) },
  )
})
