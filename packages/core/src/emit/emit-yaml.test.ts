import { interpolatedMark } from '@kitewright/schema'
import { expect, test } from 'vitest'
import { emitYaml } from './emit-yaml.ts'

test('a pipeline reads like one written by hand', () => {
  const shared = { queue: 'default' }
  const pipeline = {
    env: { NODE_VERSION: '22', DEBUG: false },
    steps: [
      {
        label: ':test_tube: Unit',
        command: 'scripts/test.sh unit',
        timeout_in_minutes: 5,
        agents: shared,
        plugins: [{ 'docker#v5.13.0': { image: 'node:22', environment: [] } }, { 'empty#v1': {} }],
      },
      'wait',
      { label: 'Deploy', command: 'set -e\n\necho $HOME\n', agents: shared, skip: null },
      { label: { [interpolatedMark]: 'Tag ${BUILDKITE_TAG}' }, command: 'first\n  second' },
    ],
  }
  expect(emitYaml(pipeline)).toBe(`env:
  NODE_VERSION: "22"
  DEBUG: false
steps:
  - label: ":test_tube: Unit"
    command: scripts/test.sh unit
    timeout_in_minutes: 5
    agents:
      queue: default
    plugins:
      - docker#v5.13.0:
          image: node:22
          environment: []
      - empty#v1: {}
  - wait
  - label: Deploy
    command: |
      set -e

      echo $$HOME
    agents:
      queue: default
    skip: null
  - label: Tag \${BUILDKITE_TAG}
    command: |-
      first
        second
`)
})

const texts: readonly (readonly [text: string, written: string])[] = [
  ['./run', '"./run"'],
  ['/bin/sh', '/bin/sh'],
  ['Yes', '"Yes"'],
  ['2024-01-02', '"2024-01-02"'],
  ['1_000', '"1_000"'],
  ['<<', '"<<"'],
  ['', '""'],
  ['a: b', '"a: b"'],
  ['a:b#c', 'a:b#c'],
  ['a #b', '"a #b"'],
  ['a:', '"a:"'],
  ['a ', '"a "'],
  ['a\tb', '"a\\tb"'],
  ['a\u0085b', '"a\\u0085b"'],
  ['été 😀', 'été 😀'],
  ['😀', '"😀"'],
  ['a\n b', '|-\n  a\n   b'],
  ['a\n\tb', '"a\\n\\tb"'],
  ['a \nb', '"a \\nb"'],
  ['\na', '"\\na"'],
  [' a\nb', '" a\\nb"'],
  ['a\nb\n\n', '|+\n  a\n  b\n'],
  ['a\r\nb', '"a\\r\\nb"'],
  ['a\n', '|\n  a'],
]

test.for(texts)('%j is written as %j', ([text, written]) => {
  expect(emitYaml({ image: text })).toBe(`image: ${written}\n`)
})

test('keys follow the same rules, on one line', () => {
  const env = { 'a b': 1, '<<': 2, 'a\nb': 3, no: 4, '2024-01-02': 5, '\u2028': 6 }
  expect(emitYaml({ env })).toBe(
    'env:\n  a b: 1\n  "<<": 2\n  "a\\nb": 3\n  "no": 4\n  "2024-01-02": 5\n  "\\u2028": 6\n',
  )
})
