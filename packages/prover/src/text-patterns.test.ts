import { matchesBranch } from '@kitewright/core/attributes'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { patternOf, textsFor } from './text-patterns.ts'

const letters = fc.constantFrom('a', 'b', '/')
const pattern = fc.array(fc.oneof(letters, fc.constant('*')), { maxLength: 5 }).map((list) => list.join(''))
const text = fc.array(fc.oneof(letters, fc.constant('-')), { maxLength: 8 }).map((list) => list.join(''))

test('whatever a text passes of some patterns, one of the texts for them passes the same', () => {
  fc.assert(
    fc.property(fc.array(pattern, { minLength: 1, maxLength: 4 }), text, (patterns, given) => {
      const passed = (one: string): readonly boolean[] => patterns.map((other) => matchesBranch(other, one))
      expect(textsFor(patterns)?.map(passed)).toContainEqual(passed(given))
    }),
    { numRuns: 1000 },
  )
})

test('there is one text for each way', () => {
  expect(textsFor(['release/*', '*'])).toEqual(['', 'release/'])
  expect(textsFor(['main', 'main*', 'release/1/*', 'release/*'])).toEqual([
    '',
    'main',
    'mainm',
    'release/',
    'release/1/',
  ])
})

test.each([
  ['build.branch', 'branches: release/*', 'release/*'],
  ['build.branch', '/^release\\//', 'release/*'],
  ['build.branch', '/^main$/', 'main'],
  ['build.tag', '/^v.*-rc\\.1/', 'v*-rc.1*'],
  ['build.branch', '/hotfix/', '*hotfix*'],
  ['build.branch', '/^v[0-9]+/', undefined],
  ['build.branch', '/^main$/i', undefined],
  ['build.message', '/^ship/', undefined],
])('of %s, %s is the pattern %s', (read, name, expected) => {
  expect(patternOf(read, name)).toBe(expected)
})
