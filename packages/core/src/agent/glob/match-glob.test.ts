import { describe, expect, test } from 'vitest'
import { specTable } from '../../../../../test/spec-table.ts'
import { matchGlob } from './match-glob.ts'

interface Case {
  readonly pattern: string
  readonly path: string
  readonly match: boolean | 'parse-error'
}

describe('globs as the agent matches them', () => {
  const { cases } = specTable<{ readonly cases: readonly Case[] }>('glob-cases.json')
  test.each(cases)('$pattern on $path', ({ pattern, path, match }) => {
    expect(matchGlob(pattern, path)).toBe(match === 'parse-error' ? undefined : match)
  })
})

test.each([...'\\^$.+()]|/}', '😀'])('%s stands for itself', (character) => {
  const glob = `a${character}`
  expect([matchGlob(glob, glob), matchGlob(glob, 'a'), matchGlob(glob, 'ab')]).toEqual([true, false, false])
})

test('a line ends like any other character', () => {
  expect(['a\nb', 'a?b', 'a*', 'a\\\nb'].map((glob) => matchGlob(glob, 'a\nb'))).toEqual([true, true, true, true])
})

test.each([
  ['libs/x/**', true],
  ['libs/x/src/*.ts', true],
  ['libs/**', true],
  ['**/*.ts', true],
  ['**', true],
  ['*/x/deep/down', true],
  ['{docs,libs}/{x,y}/**', true],
  ['{libs/x/a,docs}', true],
  ['l[i]bs/?/a', true],
  ['libs/**/y/z', true],
  ['libs/x', false],
  ['libs/*', false],
  ['*.ts', false],
  ['libs/y/**', false],
  ['{docs,apps}/**', false],
  ['libs/xy/**', false],
])('everything under libs/x: %s', (glob, expected) => {
  expect(matchGlob(glob, 'libs/x/')).toBe(expected)
})
