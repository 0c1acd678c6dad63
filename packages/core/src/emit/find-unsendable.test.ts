import { createContext, runInContext } from 'node:vm'
import { interpolatedText } from '@kitewright/schema'
import { expect, test } from 'vitest'
import { findUnsendable } from './find-unsendable.ts'

const command = (attributes: object): object => ({ steps: [{ command: 'a', ...attributes }] })
const interpolated = (text: string): object => ({ [interpolatedText]: text })

function found(pipeline: unknown, options = {}): readonly (readonly [problem: string, ...path: (string | number)[]])[] {
  return findUnsendable(pipeline, options).map(({ problem, path }) => [problem, ...path])
}

test('what can be written is not found', () => {
  const shared = { queue: 'default' }
  const pipeline = command({
    agents: shared,
    env: { ['k'.repeat(1_000)]: '😀 \0 \ufffe', N: 2 ** 53 - 1, F: 0.5, absent: undefined, $A: '$A' },
    matrix: { setup: { '': ['a'] } },
    label: interpolated('${A?set it}'),
    defaults: shared,
    elsewhere: runInContext('({ a: [Object.create(null)] })', createContext()) as object,
  })
  expect(found(pipeline)).toEqual([])
})

test('values that are not JSON data', () => {
  const values = [undefined, () => 1, 10n, Symbol('x'), new Date(0), new Map(), new URLSearchParams(), /x/]
  expect(findUnsendable(command({ values }))).toEqual([
    { path: ['steps', 0, 'values', 0], problem: 'not-data', message: 'undefined in a list cannot be written' },
    { path: ['steps', 0, 'values', 1], problem: 'not-data', message: 'a function cannot be written' },
    { path: ['steps', 0, 'values', 2], problem: 'not-data', message: 'a bigint cannot be written' },
    { path: ['steps', 0, 'values', 3], problem: 'not-data', message: 'a symbol cannot be written' },
    { path: ['steps', 0, 'values', 4], problem: 'not-data', message: 'an object made by Date cannot be written' },
    { path: ['steps', 0, 'values', 5], problem: 'not-data', message: 'an object made by Map cannot be written' },
    {
      path: ['steps', 0, 'values', 6],
      problem: 'not-data',
      message: 'an object made by URLSearchParams cannot be written',
    },
    { path: ['steps', 0, 'values', 7], problem: 'not-data', message: 'an object made by RegExp cannot be written' },
  ])
  expect(found(undefined)).toEqual([['not-data']])
})

test('numbers that lose digits or do not exist', () => {
  expect(found(command({ n: [2 ** 53, -(2 ** 60), 1e300, Number.NaN, -Infinity] }))).toEqual([
    ['large-integer', 'steps', 0, 'n', 0],
    ['large-integer', 'steps', 0, 'n', 1],
    ['large-integer', 'steps', 0, 'n', 2],
    ['not-finite', 'steps', 0, 'n', 3],
    ['not-finite', 'steps', 0, 'n', 4],
  ])
})

test('fractions of which the agent makes another text than JavaScript', () => {
  const odd = [1e-5, 1e-7, 1e6 + 0.5, 0.5, 1e-300]
  expect(found(command({ n: odd, matrix: { setup: { a: odd } }, env: { A: 1e-5, B: 0.1, C: -0 } }))).toEqual([
    ['changed-number', 'steps', 0, 'matrix', 'setup', 'a', 0],
    ['changed-number', 'steps', 0, 'matrix', 'setup', 'a', 1],
    ['changed-number', 'steps', 0, 'matrix', 'setup', 'a', 2],
    ['changed-number', 'steps', 0, 'env', 'A'],
  ])
})

test('half surrogate pairs in texts, keys and expressions', () => {
  expect(found(command({ label: 'a\ud83d', env: { '\ude00': 'x' }, key: interpolated('\ud83d$A') }))).toEqual([
    ['lone-surrogate', 'steps', 0, 'label'],
    ['lone-surrogate', 'steps', 0, 'env', '\ude00'],
    ['lone-surrogate', 'steps', 0, 'key'],
  ])
})

test('keys too long for the agent, counted as they are written', () => {
  const long = 'k'.repeat(1_001)
  const escaped = '"'.repeat(501)
  const dollars = '$$'.repeat(251)
  expect(found(command({ env: { [long]: 1, [escaped]: 2, [dollars]: 3 }, secrets: { [dollars]: 'A' } }))).toEqual([
    ['long-key', 'steps', 0, 'env', long],
    ['long-key', 'steps', 0, 'env', escaped],
    ['long-key', 'steps', 0, 'env', dollars],
  ])
  expect(found(command({ env: { [dollars]: 3 } }), { interpolation: false })).toEqual([])
})

test('keys of which one is lost while the agent interpolates', () => {
  const pair = { $A: 1, $$A: 2 }
  const pipeline = { env: pair, secrets: pair, steps: [{ trigger: 't', build: { meta_data: pair } }] }
  expect(found(pipeline)).toEqual([
    ['colliding-keys', 'env', '$A'],
    ['colliding-keys', 'steps', 0, 'build', 'meta_data', '$A'],
  ])
  expect(found(pipeline, { interpolation: false })).toEqual([])
})

test('keys that the agent may interpolate twice, in large maps that it holds without order', () => {
  const large = { $A: 'a', a$: '$', b: 1, c: 2, d: 3, e: 4, f: 5, g: 6, h: 7 }
  const { h: _, ...eight } = large
  const pipeline = {
    env: large,
    steps: [{ command: 'a', env: large, retry: large, plugins: [{ './x': large }, eight] }],
  }
  expect(found(pipeline)).toEqual([
    ['unstable-key', 'steps', 0, 'env', '$A'],
    ['unstable-key', 'steps', 0, 'plugins', 0, './x', '$A'],
  ])
})

test('fields without a name where the agent would take them for others', () => {
  const named = { '': 'x' }
  const steps = [
    { command: 'a', '': 'x' },
    { group: 'g', ...named, steps: [{ wait: null, '': 'x' }] },
  ]
  expect(found({ ...named, steps, notify: [named] })).toEqual([
    ['empty-key', ''],
    ['empty-key', 'steps', 0, ''],
    ['empty-key', 'steps', 1, ''],
  ])
})

test('fields without a name further down, in steps that the agent then does not know too', () => {
  const named = { '': 'x' }
  const steps = [
    { command: 'a', cache: named, checkout: { flags: named, sparse: named, other: named }, signature: named },
    { command: 'a', matrix: { setup: named, adjustments: [{ with: named }, named] }, env: named, plugins: [named] },
    { command: 'a', secrets: named },
    { group: 'g', steps: [{ command: 'b', cache: named }] },
    { trigger: 't', checkout: named, cache: named },
  ]
  expect(found({ steps, checkout: named, secrets: named, env: named })).toEqual([
    ['empty-key', 'steps', 0, 'cache', ''],
    ['empty-key', 'steps', 0, 'checkout', 'flags', ''],
    ['empty-key', 'steps', 0, 'checkout', 'sparse', ''],
    ['empty-key', 'steps', 0, 'signature', ''],
    ['empty-key', 'steps', 1, 'matrix', 'adjustments', 1, ''],
    ['empty-key', 'steps', 2, 'secrets', ''],
    ['empty-key', 'steps', 3, 'steps', 0, 'cache', ''],
    ['empty-key', 'checkout', ''],
    ['empty-key', 'secrets', ''],
  ])
})

test('expressions that cannot be read, or not be filled in here', () => {
  const pipeline = {
    env: { A: interpolated('${BASE?}') },
    steps: [{ command: interpolated('${A:+x}'), label: interpolated('${A?} ${B?no B}') }],
  }
  expect(found(pipeline)).toEqual([['bad-expression', 'steps', 0, 'command']])
  expect(
    findUnsendable(
      { ...pipeline, steps: [{ label: interpolated('${A?} ${B?no B}') }] },
      {
        interpolation: false,
        env: { BASE: '' },
      },
    ),
  ).toEqual([
    {
      path: ['steps', 0, 'label'],
      problem: 'bad-expression',
      message: '"${A?} ${B?no B}" cannot be filled in: $B: no B',
    },
  ])
})

test('data without end', () => {
  const group: Record<string, unknown> = { group: 'g', if: 'true' }
  group['steps'] = [group, 'wait', group]
  expect(found({ steps: [group] })).toEqual([
    ['cyclic', 'steps', 0, 'steps', 0],
    ['cyclic', 'steps', 0, 'steps', 2],
  ])
  let deep: unknown = 'x'
  for (let level = 0; level < 5_000; level++) deep = [deep]
  expect(found(command({ deep }))).toEqual([['too-deep', 'steps', 0, 'deep', ...Array.from({ length: 498 }, () => 0)]])
})
