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

test.each([
  ['x[^a]y', 'x/y', true],
  ['.env{,.local}*', '.env', false],
  ['.env{,.local}*', '.env.local', true],
  ['.env{,.local}*', '.envrc', true],
  ['foo{,bar}*', 'foo', false],
  ['docs{,/**}*', 'docs', false],
  ['docs{,/**}*', 'docs/a/b', true],
  ['{a*,b}*', 'a', false],
  ['{a*,b}*', 'ab', true],
  ['{a*,b}*', 'b', true],
  ['foo{,bar}***', 'foo', true],
  ['foo{,bar}*?', 'foo', false],
  ['a**/**/x', 'a/x', true],
  ['**/**/**/x', 'a/x', true],
  ['{**/**/}x', 'a/x', true],
  ['**/**/x', 'x', false],
  ['a/**/**/b', 'a/b', false],
  ['a\\/**/b', 'a/b', true],
  ['~/x', 'x', false],
  ['~/x', '~/x', false],
  ['\\~/x', '~/x', true],
  ['a~/x', 'a~/x', true],
  ['[', '[', true],
  ['a[', 'a[', true],
  ['a[^', 'a[^', undefined],
  ['[^]', '/', true],
  ['[]', ']', false],
  ['*a*a*a*a*b', 'a'.repeat(200), false],
])('%s on %s as in the official library: %s', (glob, path, match) => {
  expect(matchGlob(glob, path)).toBe(match)
})

/** The tokens of a glob by the letter of its language, undefined where a `[` is left open. */
function naiveTokens(glob: string): readonly string[] | undefined {
  const tokens = glob.match(/\*\*|\\.|\[\^?(?:\\.|[^\]\\])*\]|./gsu) ?? []
  const marked = tokens.map((found) => (/^(?:\*\*?|[?{},]|\[.+|\\.)$/su.test(found) ? found : `\\${found}`))
  const joined = marked.join(' ').replace(/^\*\* \\\/(?= |$)/, '{ , ** \\/ }')
  const inner = joined.replaceAll(/(?<=^| )\\\/ \*\* \\\/(?= |$)/g, '\\/ { , ** \\/ }')
  return tokens.slice(0, -1).includes('[') ? undefined : inner.split(' ').filter((token) => token !== '')
}

/** Every way through the braces, with a mark where an alternative is empty; undefined where one is left open. */
function naiveWays(tokens: readonly string[]): readonly (readonly string[])[] | undefined {
  const open = tokens.findLastIndex((token) => token === '{')
  const length = tokens.slice(open).indexOf('}')
  if (open < 0) return [tokens]
  if (length < 0) return undefined
  const inside = tokens.slice(open + 1, open + length)
  const commas = [...inside.flatMap((token, index) => (token === ',' ? [index] : [])), inside.length]
  const ways = commas.flatMap((end, index) => {
    const found = inside.slice(index === 0 ? 0 : (commas[index - 1] as number) + 1, end)
    const way = found.length === 0 && commas.length > 1 ? ['empty'] : found
    return naiveWays([...tokens.slice(0, open), ...way, ...tokens.slice(open + length + 1)])
  })
  return ways.includes(undefined) ? undefined : (ways as readonly (readonly string[])[])
}

const isStar = (token: string | undefined): boolean => token === '*' || token === '**'

/** A way as a regular expression; a lone star at the end, behind a place that is not settled, takes one at least. */
function naivePattern(way: readonly string[], hasLoneStar: boolean): string {
  const parts = way.map((token, index) => {
    const before = way[index - 1]
    const takesOne = hasLoneStar && index === way.length - 1 && (isStar(before) || before === 'empty')
    if (isStar(token)) return `${token === '*' ? '[^/]' : '.'}${takesOne ? '+' : '*'}`
    if (token === '?') return '[^/]'
    if (token === 'empty') return ''
    const isClass = token.startsWith('[')
    const text = isClass
      ? token
          .replace(/^\[\^?/, '')
          .slice(0, -1)
          .replaceAll(/\\(.)/gsu, '$1')
      : token.replace(/^\\/, '')
    const escaped = Array.from(text, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`).join('')
    return isClass ? `[${token.startsWith('[^') ? '^' : ''}${escaped}]` : escaped
  })
  return parts.join('')
}

/** The same by regular expressions, which may take as long as the length of the path to the number of stars. */
function naiveMatch(glob: string, path: string): boolean | undefined {
  const tokens = naiveTokens(glob)
  const hasLoneStar = isStar(tokens?.at(-1)) && !isStar(tokens?.at(-2))
  const matches = (pattern: string): boolean => new RegExp(`^(?:${pattern})$`, 'su').test(path)
  return naiveWays(tokens ?? ['{'])?.some((way) => {
    if (matches(naivePattern(way, hasLoneStar))) return true
    const goesOn = (_token: string, at: number): boolean =>
      way.slice(at).some((token) => token !== 'empty') && matches(naivePattern(way.slice(0, at), false))
    return path.endsWith('/') && way.some(goesOn)
  })
}

test('any glob matches a path as its ways through the braces do', () => {
  const glob = fc.string({
    unit: fc.constantFrom(...'aab//**?{},[]^\\-é', '**/', '/**/', '{a,', '}', '}*'),
    maxLength: 12,
  })
  const path = fc.string({ unit: fc.constantFrom(...'aab//*é'), minLength: 1, maxLength: 8 })
  const property = fc.property(glob, path, (own, other) => {
    expect(matchGlob(own, other)).toBe(naiveMatch(own, other))
  })
  fc.assert(property, { numRuns: runs(2_000) })
})
