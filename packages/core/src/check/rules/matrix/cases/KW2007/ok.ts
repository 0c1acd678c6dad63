import { command, matrix } from '@kitewright/core'

const listed = (...values: readonly (string | number)[]) => [command({ command: '{{matrix}}', matrix: values })]
const named = (name: string) => [command({ command: `{{matrix.${name}}}`, matrix: matrix({ [name]: ['a', 'b'] }) })]

export default {
  'no matrix': [command({ command: 'npm test' })],
  'a value of 128 letters': listed('x'.repeat(128)),
  'a value of 64 letters of two bytes': listed('é'.repeat(64)),
  'a value of 32 characters of four bytes': listed('😀'.repeat(32)),
  'percent signs': listed('%25'.repeat(42)),
  'a number': listed(1e15),
  'a name of 128 letters': named('x'.repeat(128)),
}
