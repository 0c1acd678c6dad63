import { command, type CommandOptions } from '@kitewright/core'

type Matrix = CommandOptions['matrix']

const setup = { os: ['linux', 'darwin'], node: [22, 24] }
const on = (matrix: Matrix) => [command({ label: '{{matrix.os}} {{matrix.node}}', command: 'test', matrix })]
const onPlain = (matrix: Matrix) => [command({ label: '{{matrix}}', command: 'test', matrix })]

export default {
  'another value': on({ setup, adjustments: [{ with: { os: 'windows', node: 22 }, skip: true }] }),
  'another value of the second dimension': on({ setup, adjustments: [{ with: { os: 'linux', node: 1 }, skip: true }] }),
  'other values of both': on({ setup, adjustments: [{ with: { os: 'windows', node: 1 }, skip: true }] }),
  'a slip': on({ setup, adjustments: [{ with: { os: 'drawin', node: 22 }, skip: true }] }),
  'a reason': on({ setup, adjustments: [{ with: { os: 'windows', node: 22 }, skip: 'no agents' }] }),
  'an empty reason, which skips too': on({ setup, adjustments: [{ with: { os: 'windows', node: 22 }, skip: '' }] }),
  'the second adjustment': on({
    setup,
    adjustments: [
      { with: { os: 'darwin', node: 22 }, skip: true },
      { with: { os: 'windows', node: 22 }, skip: true },
    ],
  }),
  'a dimension without a name': onPlain({
    setup: ['linux', 'darwin'],
    adjustments: [{ with: 'windows', skip: true }],
  }),
}
