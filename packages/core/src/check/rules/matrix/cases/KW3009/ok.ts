import { command } from '@kitewright/core'

const setup = { os: ['linux', 'darwin'], node: ['22', '24'] }

export default {
  'every dimension': [command({ command: 'test {{matrix.os}} {{matrix.node}}', matrix: { setup } })],
  'blanks inside': [command({ command: 'test {{ matrix.os }} {{  matrix.node  }}', matrix: { setup } })],
  'a dimension without a name': [command({ command: 'test {{matrix}} {{ matrix }}', matrix: ['linux', 'darwin'] })],
  'what stands for something else': [
    command({
      command: 'test {{matrix}} {{os}} {{.matrix.os}} {{matrices}} {{ matrix os }}',
      matrix: ['linux', 'darwin'],
    }),
  ],
  'where nothing is filled in': [
    command({
      label: '{{matrix}}',
      command: 'test',
      matrix: ['linux', 'darwin'],
      notify: [{ slack: { channels: ['#builds'], message: '{{matrix.os}} is done' } }],
    }),
  ],
}
