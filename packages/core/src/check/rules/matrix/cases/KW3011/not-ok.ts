import { command, type CommandOptions } from '@kitewright/core'

const on = (options: Partial<CommandOptions>) => [command({ command: 'test', matrix: ['linux', 'darwin'], ...options })]
const both = { os: ['linux', 'darwin'], node: ['22', '24'] }

export default {
  'no name anywhere': on({}),
  'one value': on({ matrix: ['linux'] }),
  'a dimension without a name, written in full': on({ matrix: { setup: ['linux', 'darwin'] } }),
  'two dimensions': on({ matrix: { setup: both } }),
  'two dimensions of one value': on({ matrix: { setup: { os: ['linux'], node: ['22'] } } }),
  'the first of two dimensions': on({ label: '{{matrix.node}}', matrix: { setup: both } }),
  'the second of two dimensions': on({ label: '{{matrix.os}}', matrix: { setup: both } }),
  'named where nothing is filled in': on({ if: 'build.message =~ /{{matrix}}/' }),
  'a matrix in raw': [command({ command: 'test', raw: { matrix: ['linux', 'darwin'] } })],
}
