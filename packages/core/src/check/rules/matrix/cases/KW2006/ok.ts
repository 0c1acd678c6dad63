import { command, interpolated, matrix } from '@kitewright/core'

const values = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `v${index}`)
const step = (a: number, b: number, adjustments: readonly object[] = []) => [
  command({
    command: '{{matrix.a}} {{matrix.b}}',
    matrix: { setup: { a: values(a), b: values(b) }, adjustments: adjustments as never },
  }),
]

export default {
  'no matrix': [command({ command: 'npm test' })],
  'twenty-five values of a list': [command({ command: '{{matrix}}', matrix: values(25) })],
  'fifty jobs of two dimensions': step(5, 10),
  'forty-nine jobs, and one more': step(7, 7, [{ with: { a: 'new', b: 'v0' } }]),
  'fifty-one jobs, of which one is skipped': step(3, 17, [{ with: { a: 'v0', b: 'v0' }, skip: true }]),
  'fifty-one jobs, of which one is skipped by the text true': step(3, 17, [
    { with: { a: 'v0', b: 'v0' }, skip: 'true' },
  ]),
  'fifty-one jobs, of which one is skipped for a reason': step(3, 17, [{ with: { a: 'v0', b: 'v0' }, skip: 'slow' }]),
  'fifty-one jobs, of which one is skipped by an empty text': step(3, 17, [{ with: { a: 'v0', b: 'v0' }, skip: '' }]),
  'fifty-one jobs, of which one is skipped twice': step(3, 17, [
    { with: { a: 'v0', b: 'v0' }, skip: true },
    { with: { b: 'v0', a: 'v0' }, skip: 'slow' },
  ]),
  'fifty-two jobs, of which two are skipped': step(4, 13, [
    { with: { a: 'v0', b: 'v0' }, skip: true },
    { with: { a: 'v1', b: 'v0' }, skip: true },
  ]),
  'fifty jobs of three dimensions': [
    command({
      command: '{{matrix.a}} {{matrix.b}} {{matrix.c}}',
      matrix: matrix({ a: values(5), b: values(5), c: values(2) }),
    }),
  ],
  'a dimension of one value that is no list': [
    command({
      command: '{{matrix.a}} {{matrix.b}} {{matrix.c}}',
      matrix: { setup: { a: values(5), b: values(10), c: 'x' as never } },
    }),
  ],
  'numbers, named by texts': [
    command({
      command: '{{matrix.a}} {{matrix.b}}',
      matrix: {
        setup: { a: [1, 2, 3], b: values(17) },
        adjustments: [{ with: { a: '1', b: 'v0' }, skip: true }],
      },
    }),
  ],
  'values that the agent fills in': [command({ command: '{{matrix}}', matrix: [interpolated('$A') as never, 'b'] })],
}
