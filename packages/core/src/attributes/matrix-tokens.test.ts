import { interpolatedText } from '@kitewright/schema'
import { expect, test } from 'vitest'
import { matrixTokens } from './matrix-tokens.ts'

const token = '{{matrix.os}}'

test.each(['label', 'name', 'command', 'commands', 'env', 'agents', 'plugins', 'image', 'artifact_paths', 'cache'])(
  'Buildkite fills in a matrix in %s',
  (name) => {
    expect([...matrixTokens({ [name]: token })]).toEqual([
      { path: [name], text: token, span: { start: 0, end: 13 }, name: 'os' },
    ])
  },
)

test.each(['key', 'if', 'depends_on', 'concurrency_group', 'branches'])('but not in %s', (name) => {
  expect([...matrixTokens({ [name]: token })]).toEqual([])
})

test.each<[unknown, readonly (readonly [path: readonly (string | number)[], text: string, name: string])[]]>([
  ['{{matrix}}', [[[], '{{matrix}}', '']]],
  ['a {{ matrix.a-b.c_1 }} b', [[[], '{{ matrix.a-b.c_1 }}', 'a-b.c_1']]],
  [
    '{{matrix.a}} {{matrix.b}} {{matrix.a}}',
    [
      [[], '{{matrix.a}}', 'a'],
      [[], '{{matrix.b}}', 'b'],
    ],
  ],
  ['{{matrix.}} {{matrix.a b}} {matrix} {{ other }}', []],
  [{ [interpolatedText]: '$A {{matrix}}' }, [[[], '{{matrix}}', '']]],
  [
    ['a', token, [token]],
    [
      [[1], token, 'os'],
      [[2, 0], token, 'os'],
    ],
  ],
  [{ a: 'b', c: token }, [[['c'], token, 'os']]],
  [
    { [token]: { a: token } },
    [
      [[token], token, 'os'],
      [[token, 'a'], token, 'os'],
    ],
  ],
  [5, []],
  [null, []],
])('the tokens of %j', (env, tokens) => {
  const found = Array.from(matrixTokens({ env }), ({ path, text, name }) => ({ path, text, name }))
  expect(found).toEqual(tokens.map(([path, text, name]) => ({ path: ['env', ...path], text, name })))
})

test('the place of a token in its text; in the name of an entry there is none', () => {
  const spans = Array.from(matrixTokens({ env: { A: `a ${token}${token}`, [token]: 1 } }), ({ span }) => span)
  expect(spans).toEqual([{ start: 2, end: 15 }, undefined])
})
