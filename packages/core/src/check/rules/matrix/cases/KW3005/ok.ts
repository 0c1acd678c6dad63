import { command } from '@kitewright/core'

export default {
  'a matrix': [command({ command: 'test {{matrix}}', matrix: ['linux', 'darwin'] })],
  'equal jobs': [command({ command: 'test', parallelism: 3 })],
  'the share as a dimension': [
    command({
      command: 'test {{matrix.os}} {{matrix.share}}',
      matrix: { setup: { os: ['linux'], share: ['1', '2'] } },
    }),
  ],
}
