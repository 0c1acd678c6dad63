import { interpolatedText } from '@kitewright/schema'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Document, parse, Scalar, visit } from 'yaml'
import { runs } from '../../../../test/runs.ts'
import { emitYaml } from './emit-yaml.ts'
import { escapeSpecial } from './escape-special.ts'
import { isPlain, scalarStyle } from './scalar-style.ts'
import type { WirePipeline } from './wire-pipeline.ts'

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
      { label: { [interpolatedText]: 'Tag ${BUILDKITE_TAG}' }, command: 'first\n  second' },
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

const styles = { plain: Scalar.PLAIN, literal: Scalar.BLOCK_LITERAL, quoted: Scalar.QUOTE_DOUBLE } as const

/** What the library for YAML writes, told the same styles. */
function writtenByLibrary(value: object): string {
  const document = new Document(value, { aliasDuplicateObjects: false })
  visit(document, {
    Scalar(key, scalar) {
      if (typeof scalar.value !== 'string') return
      const style = key === 'key' ? (isPlain(scalar.value) ? 'plain' : 'quoted') : scalarStyle(scalar.value)
      scalar.type = styles[style]
    },
  })
  return escapeSpecial(document.toString({ lineWidth: 0, doubleQuotedAsJSON: true, singleQuote: false }))
}

const text = fc.oneof(
  fc.constantFrom(
    'a',
    'npm test',
    'set -e\nmake\n',
    'a\n\nb',
    'a\n\n',
    '- a',
    'on',
    '#',
    '12',
    'a: b',
    '',
    '\n',
    'é😀',
    'x #y',
    '~',
  ),
  fc.string({ unit: fc.constantFrom(...'ab: -#\n\t"\'{}[]&*!|>%@`,?1.~é\u0085\u2028\\') }),
  fc.string({ unit: 'grapheme' }),
)
const name = fc.oneof(
  fc.constantFrom('label', 'command', 'a b', 'no', '12', '-', '?', '<<'),
  text.filter((key) => key.length < 200),
)
// Negative zero is 0 to JSON, and so it is here.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((some) => some + 0)
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    text,
    fc.oneof(fc.integer(), number, fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  ),
}))

test('any data is written as the library for YAML writes it, and reads as it was', () => {
  fc.assert(
    fc.property(fc.dictionary(name, value, { maxKeys: 4 }), (data) => {
      fc.pre(!JSON.stringify(data).includes('$'))
      const written = emitYaml(data as WirePipeline)
      expect(written).toBe(writtenByLibrary(data))
      expect(JSON.stringify(parse(written, { maxAliasCount: 0 }))).toBe(JSON.stringify(data))
    }),
    { numRuns: runs(1000) },
  )
})
