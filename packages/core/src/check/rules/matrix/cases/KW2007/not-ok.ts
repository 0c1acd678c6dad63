import { command, matrix } from '@kitewright/core'

const listed = (...values: readonly string[]) => [command({ command: '{{matrix}}', matrix: values })]
const long = 'x'.repeat(129)

export default {
  'a value of 129 letters': listed(long),
  'the second of two values': listed('a', long),
  'the first of two values': listed(long, 'a'),
  'two values, of which the first is shown': listed('a', long, `${long}y`),
  'a value of 65 letters of two bytes': listed('é'.repeat(65)),
  'a value of 32 characters of four bytes and one': listed(`${'😀'.repeat(32)}x`),
  'a value of 43 characters of three bytes': listed('€'.repeat(43)),
  'a list that is a setup': [command({ command: '{{matrix}}', matrix: { setup: ['a', long] } })],
  'a value of a dimension': [
    command({ command: '{{matrix.a}}{{matrix.b}}', matrix: matrix({ a: ['1', '2'], b: ['1', long] }) }),
  ],
  'the name of a dimension': [command({ command: `{{matrix.${long}}}`, matrix: matrix({ [long]: ['a', 'b'] }) })],
  'the name of a dimension, and a value of it': [
    command({ command: `{{matrix.${long}}}`, matrix: matrix({ [long]: ['a', long] }) }),
  ],
  'a long value in raw': [command({ command: 'test {{matrix}}', raw: { matrix: ['x'.repeat(129)] } })],
}
