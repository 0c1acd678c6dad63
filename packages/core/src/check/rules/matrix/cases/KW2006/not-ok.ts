import { command, matrix } from '@kitewright/core'

const values = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `v${index}`)
const step = (a: number, b: number, adjustments: readonly object[] = []) => [
  command({
    command: '{{matrix.a}} {{matrix.b}}',
    matrix: { setup: { a: values(a), b: values(b) }, adjustments: adjustments as never },
  }),
]

export default {
  'fifty-one jobs of two dimensions': step(3, 17),
  'sixty-four jobs of six dimensions': [
    command({
      command: '{{matrix.a}} {{matrix.b}} {{matrix.c}} {{matrix.d}} {{matrix.e}} {{matrix.f}}',
      matrix: matrix({ a: values(2), b: values(2), c: values(2), d: values(2), e: values(2), f: values(2) }),
    }),
  ],
  'twenty-five values three times': step(25, 3),
  'fifty jobs, and one more': step(5, 10, [{ with: { a: 'new', b: 'v0' } }]),
  'fifty jobs, and one more of two new values': step(5, 10, [{ with: { a: 'new', b: 'new' } }]),
  'fifty jobs, and one more that is not skipped': step(5, 10, [{ with: { a: 'new', b: 'v0' }, skip: false }]),
  'fifty-one jobs, of which one may fail': step(3, 17, [{ with: { a: 'v0', b: 'v0' }, soft_fail: true }]),
  'fifty-one jobs, of which none is skipped': step(3, 17, [{ with: { a: 'v0', b: 'v0' }, skip: false }]),
  'fifty-two jobs, of which one is skipped': step(4, 13, [{ with: { a: 'v0', b: 'v0' }, skip: true }]),
  'more than fifty jobs in raw': [
    command({
      command: 'test {{matrix.a}} {{matrix.b}}',
      raw: { matrix: { setup: { a: values(10), b: values(10) } } },
    }),
  ],
}
