import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePipeline } from './parse-pipeline.ts'
import type { ParsedStream } from './parse-pipeline.ts'

const problemsAreInside = ({ problems }: ParsedStream, text: string): boolean =>
  problems.every(({ span }) => span.offset >= 0 && span.offset <= text.length)

describe('no text makes the reader throw or hang', () => {
  test('any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'-:?[]{}#&*!|>\'"%@` \n\tab1,.<~$\\', '- ', ': ', '\n  ') }),
        (text) => {
          expect(problemsAreInside(parsePipeline(text), text)).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

const limit = (text: string): readonly string[] =>
  parsePipeline(text).problems.map(({ kind, span, message }) => `${kind} ${span.line}:${span.column} ${message}`)

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

describe('what would grow without bound is refused', () => {
  test.each([
    ['10 MB', 'a'.repeat(10_000_000), 'limit 1:1 this text has 10000000 characters; more than 2000000 are not read'],
    [
      'a number of a million digits',
      `steps: [${'1'.repeat(1_000_000)}]`,
      `unknown-step 1:9 the agent does not know the step "${'1'.repeat(59)}…"`,
    ],
    ['10,000 open brackets', `x: ${'['.repeat(10_000)}`, 'limit 1:504 nested more than 500 levels deep'],
    [
      '10,000 closed brackets',
      `x: ${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      'limit 1:504 nested more than 500 levels deep',
    ],
    ['10,000 dashes', `- `.repeat(10_000), 'limit 1:1003 nested more than 500 levels deep'],
    [
      'an alias bomb',
      lines(30, (index) => `a${index}: &a${index} [${index === 0 ? 'x, x' : `*a${index - 1}, *a${index - 1}`}]`),
      'limit 16:11 more than 100000 values, aliases written out',
    ],
    [
      'a merge bomb',
      `a: &a {${lines(5_000, (index) => `k${index}: x`).replaceAll('\n', ', ')}}\nb:\n${lines(5_000, () => '- <<: *a')}`,
      'limit 21:3 more than 100000 values, aliases written out',
    ],
    [
      'a tower of merges',
      lines(1_000, (index) => (index === 0 ? 'a0: &a0 {x: y}' : `a${index}: &a${index} {<<: *a${index - 1}}`)),
      'limit 251:13 more than 500 merges into one mapping',
    ],
    [
      'a tower of aliases',
      lines(1_000, (index) => (index === 0 ? 'a0: &a0 [x]' : `a${index}: &a${index} [*a${index - 1}]`)),
      'limit 501:13 nested more than 500 levels deep, aliases written out',
    ],
  ])('%s', (_name, text, problem) => {
    expect(limit(text)[0]).toBe(problem)
  })
})
