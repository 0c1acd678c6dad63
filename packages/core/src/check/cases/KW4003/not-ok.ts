import { block, command, group, interpolated, matrix, interpolatedKey } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]

export default {
  'a first half': run('echo \ud83d'),
  'a second half': run('echo \ude00'),
  'the least': run('\ud800'),
  'the greatest': run('\udfff'),
  'halves in the wrong order': run('\ude00\ud83d'),
  'a pair and a half': run('😀\ud83d'),
  'in a list': [command({ command: ['a', '\ud83d'] })],
  'in the environment': [command({ command: 'a', env: { A: '\ud83d' } })],
  'the name of a variable': [command({ command: 'a', env: { '\ud83d': '1' } })],
  'an expression': [command({ command: interpolated('$A \ud83d') })],
  'a name that is an expression': [command({ command: 'a', env: { [interpolatedKey('$A\ud83d')]: '1' } })],
  'a value of a matrix': [command({ command: '{{matrix}}', matrix: ['\ud83d', 'a'] })],
  'a value of a dimension': [command({ command: '{{matrix.a}}', matrix: matrix({ a: ['\ud83d', 'a'] }) })],
  'in a block': [block({ block: 'Go', prompt: '\ud83d' }), command({ command: 'a' })],
  'in a group': [group({ group: 'Tests', steps: run('\ud83d') })],
  'the name of a group': [group({ group: 'Tests \ud83d', steps: run('a') })],
  'of the pipeline': { env: { A: '\ud83d' }, steps: run('a') },
  'in an unknown attribute': [command({ command: 'a', raw: { to_come: { deep: ['\ud83d'] } } })],
}
