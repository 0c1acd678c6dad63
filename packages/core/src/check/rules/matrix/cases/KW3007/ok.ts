import { command, interpolated, type CommandOptions } from '@kitewright/core'

type Matrix = CommandOptions['matrix']

const setup = { os: ['linux', 'darwin'], node: [22, 24] }
const on = (matrix: Matrix) => [command({ label: '{{matrix.os}} {{matrix.node}}', command: 'test', matrix })]
const onPlain = (matrix: Matrix) => [command({ label: '{{matrix}}', command: 'test', matrix })]

export default {
  'a combination that the matrix makes': on({ setup, adjustments: [{ with: { os: 'darwin', node: 22 }, skip: true }] }),
  'a number as text': on({ setup, adjustments: [{ with: { os: 'darwin', node: '22' }, skip: 'no agents' }] }),
  'a combination that is added': on({ setup, adjustments: [{ with: { os: 'windows', node: 22 } }] }),
  'a combination that is added, and may fail': on({
    setup,
    adjustments: [{ with: { os: 'windows', node: 22 }, soft_fail: true }],
  }),
  'a combination that is added, and not skipped': on({
    setup,
    adjustments: [{ with: { os: 'windows', node: 22 }, skip: false }],
  }),
  'a value that the matrix makes': onPlain({
    setup: ['linux', 'darwin'],
    adjustments: [{ with: 'darwin', skip: true }],
  }),
  'no adjustment': onPlain(['linux', 'darwin']),
  'a value that the agent fills in': onPlain({
    setup: ['linux', 'darwin'],
    adjustments: [{ with: interpolated('$OS'), skip: true }],
  }),
  'a value of the matrix that the agent fills in': onPlain({
    setup: ['linux', interpolated('$OS')],
    adjustments: [{ with: 'darwin', skip: true }],
  }),
}
