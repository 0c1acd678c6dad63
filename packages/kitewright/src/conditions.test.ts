import { expect, test } from 'vitest'
import { evaluateCondition, parseCondition } from './conditions.ts'

test.each([
  ['build.branch == "main"', { variables: { 'build.branch': 'main' } }, { ok: true, value: true }],
  ['build.env("A") == "1"', { env: { A: '1' }, projectEnv: { A: '2' } }, { ok: true, value: true }],
  ['build.env("A") == "2"', { projectEnv: { A: '2' } }, { ok: true, value: true }],
  [
    'build.branhc == "main"',
    {},
    { ok: false, kind: 'validation', position: 0, message: 'variable "build.branhc" does not exist' },
  ],
  [
    'true && "x"',
    {},
    { ok: false, kind: 'validation', position: 8, message: '"&&" joins true or false, not a string' },
  ],
  [
    'build.tag ==',
    {},
    { ok: false, kind: 'parse', position: 12, message: 'the condition ends where a value is missing' },
  ],
  [
    'build.tag',
    {},
    {
      ok: false,
      kind: 'result',
      position: 0,
      message: 'the condition yields a string, not true or false: compare it with something',
    },
  ],
  [
    'null == /x/',
    {},
    { ok: false, kind: 'evaluation', position: 0, message: 'null cannot be compared with a regular expression' },
  ],
])('%s', (text, question, expected) => {
  expect(evaluateCondition(text, question)).toEqual(expected)
})

test('a condition is a tree of plain data', () => {
  expect(parseCondition('build.fixed')).toEqual({
    ok: true,
    node: { type: 'variable', name: 'build.fixed', start: 0, end: 11 },
  })
  expect(parseCondition('(')).toEqual({
    ok: false,
    kind: 'parse',
    message: 'the condition ends where a value is missing',
    position: 1,
  })
})
