import { assert, integer, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../../../test/runs.ts'
import { excerptOf } from './excerpt.ts'

const at = (column: number, length: number) => ({ file: 'a', line: 1, column, length })

test('a line that fits is shown whole, with tabs below tabs', () => {
  expect(excerptOf(at(3, 2), 'a\tbcd', 80)).toEqual({ line: 'a\tbcd', indent: ' \t', carets: '^^' })
})

test('a long line is cut around the carets', () => {
  const line = `${'a'.repeat(200)}here${'b'.repeat(200)}`
  expect(excerptOf(at(201, 4), line, 40)).toEqual({
    line: `…${'a'.repeat(18)}here${'b'.repeat(16)}…`,
    indent: ' '.repeat(19),
    carets: '^^^^',
  })
})

test('whatever the width, the carets stand below the same text, and no line is wider', () => {
  assert(
    property(
      string({ unit: 'binary', maxLength: 400 }),
      integer({ min: 0, max: 400 }),
      integer({ min: 1, max: 400 }),
      integer({ min: 40, max: 200 }),
      (text, start, length, width) => {
        const sourceLine = text.replace(/\p{Cc}/gu, '.')
        if (start >= sourceLine.length) return
        const { line, indent, carets } = excerptOf(at(start + 1, length), sourceLine, width)
        const meant = sourceLine.slice(start, start + length)
        const shown = line.slice(indent.length, indent.length + carets.length)
        expect(line.length).toBeLessThanOrEqual(width)
        expect(indent.length + carets.length).toBeLessThanOrEqual(Math.max(width, indent.length + 1))
        expect(meant.startsWith(shown.replace(/…$/, '')) || shown === meant).toBe(true)
      },
    ),
    { numRuns: runs(100) },
  )
})
