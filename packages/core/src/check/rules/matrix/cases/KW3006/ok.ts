import { command, interpolated, matrix } from '@kitewright/core'

const setup = { os: ['linux', 'darwin'], node: ['22', '24'] }
const label = '{{matrix.os}} {{matrix.node}}'

export default {
  'every dimension': [
    command({
      label,
      command: 'test',
      matrix: { setup, adjustments: [{ with: { os: 'darwin', node: '22' }, skip: true }] },
    }),
  ],
  'every dimension, in another order': [
    command({
      label,
      command: 'test',
      matrix: { setup, adjustments: [{ with: { node: '22', os: 'darwin' }, skip: true }] },
    }),
  ],
  'a value that the dimension does not have': [
    command({ label, command: 'test', matrix: { setup, adjustments: [{ with: { os: 'windows', node: '22' } }] } }),
  ],
  'the only dimension, which has no name': [
    command({
      command: 'test {{matrix}}',
      matrix: { setup: ['linux', 'darwin'], adjustments: [{ with: 'darwin', skip: true }] },
    }),
  ],
  'no adjustment': [command({ label, command: 'test', matrix: { setup } })],
  'a matrix whose dimensions the compiler knows': [
    command({
      label,
      command: 'test',
      matrix: matrix(setup, { adjustments: [{ with: { os: 'darwin', node: '22' }, skip: true }] }),
    }),
  ],
  'a value that the agent fills in': [
    command({
      command: 'test {{matrix}}',
      matrix: { setup: ['linux', 'darwin'], adjustments: [{ with: interpolated('$OS'), soft_fail: true }] },
    }),
  ],
  'some of the dimensions, which stand for all their combinations': [
    command({ label, command: 'test', matrix: { setup, adjustments: [{ with: { os: 'darwin' }, skip: true }] } }),
  ],
}
