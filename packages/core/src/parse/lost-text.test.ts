import { expect, test } from 'vitest'
import { parsePipeline } from './parse-pipeline.ts'

/** What is said of the numbers in a step. */
const told = (step: string): readonly string[] =>
  parsePipeline(`steps:\n  - ${step}\n`)
    .problems.filter(({ kind }) => kind === 'number')
    .map(({ message }) => message)

const plugin = (value: string): readonly string[] => told(`{command: a, plugins: [{a#v1: {b: ${value}}}]}`)

test.each([
  ['0x10', 'number 16'],
  ['0o17', 'number 15'],
  ['0b11', 'number 3'],
  ['0123', 'number 83'],
  ['1_000', 'number 1000'],
  ['1.50', 'number 1.5'],
  ['1e5', 'number 100000'],
  ['1234567.5', 'number 1.2345675e+06'],
  ['0.00001', 'number 1e-05'],
  ['+5', 'number 5'],
  ['.5', 'number 0.5'],
  ['-0', 'number 0'],
  ['.inf', 'number +Inf'],
  ['2024-01-02', 'time 2024-01-02T00:00:00Z'],
  ['True', 'boolean true'],
  ['FALSE', 'boolean false'],
])('a variable that is written %s: %s', (written, arrives) => {
  const words = [`${written} is the ${arrives} to a reader of YAML`]
  expect(told(`{command: a, env: {A: ${written}}}`)).toEqual(words)
  expect(told(`{group: g, steps: [{command: a, env: {A: ${written}}}]}`)).toEqual(words)
})

test.each(['1e-05', '5', '1.5', 'true', 'null', '~', '', '1:30', "'1.50'", '"0x10"', 'yes', '!!str 1.50', '12ab'])(
  'a variable that is written %s arrives so',
  (written) => {
    expect(told(`{command: a, env: {A: ${written}}}`)).toEqual([])
  },
)

test('options of plugins keep numbers, as JSON writes them', () => {
  expect(['1234567.5', '0.00001', 'True', '5'].flatMap(plugin)).toEqual([])
  expect(['1e-05', '1.50', '0x10', '1e+21', '1e6'].flatMap(plugin)).toEqual([
    '1e-05 is the number 0.00001 to a reader of YAML',
    '1.50 is the number 1.5 to a reader of YAML',
    '0x10 is the number 16 to a reader of YAML',
    '1e6 is the number 1000000 to a reader of YAML',
  ])
})
