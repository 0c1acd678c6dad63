import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../../../../test/runs.ts'
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

/** The same by a regular expression, which may take as long as the length of the path to the number of stars. */
function naiveMatch(glob: string, path: string): boolean | undefined {
  const ways: Readonly<Record<string, string>> = { '/**/': '/(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' }
  const mayGoOn = path.endsWith('/')
  let pattern = ''
  const open = [0]
  const close = (): string => ')'.repeat(open.pop() ?? 0)
  for (const [index, found] of (glob.match(/\/\*\*\/|\*\*\/|\*\*|\\.|\[\^?(?:\\.|[^\]\\])*\]|./gsu) ?? []).entries()) {
    if (found === '{') {
      pattern += '(?:'
      open.push(0)
    } else if (found === '}' && open.length > 1) pattern += `${close()})`
    else if (found === ',' && open.length > 1) {
      pattern += `${close()}|`
      open.push(0)
    } else if (found === '[') return undefined
    else {
      const literal = found.replace(/^\\(?=.)/su, '').replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
      const members = found.replace(/^\[\^?|\]$/g, '').replaceAll(/\\(.)/gsu, '$1')
      const escaped = members.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
      const group = found.startsWith('[') ? `[${found.startsWith('[^') ? '^' : ''}${escaped}]` : literal
      const translated = found === '**/' ? (index === 0 ? '(?:.*/)?' : '.*/') : (ways[found] ?? group)
      pattern += mayGoOn ? `(?:$|${translated}` : translated
      if (mayGoOn) open.push((open.pop() ?? 0) + 1)
    }
  }
  return open.length === 1 ? new RegExp(`^${pattern}${close()}$`, 'su').test(path) : undefined
}

test('any glob matches a path as its regular expression does', () => {
  const glob = fc.string({ unit: fc.constantFrom(...'aab//**?{},[]^\\-é', '**/', '/**/', '{a,', '}'), maxLength: 12 })
  const path = fc.string({ unit: fc.constantFrom(...'aab//*é'), maxLength: 8 })
  const property = fc.property(glob, path, (own, other) => {
    expect(matchGlob(own, other)).toBe(naiveMatch(own, other))
  })
  fc.assert(property, { numRuns: runs(2_000) })
})
