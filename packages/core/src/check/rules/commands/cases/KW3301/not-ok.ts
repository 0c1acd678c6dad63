import { command, group } from '@kitewright/core'

const step = (more: object) => [command(more as never)]

export default {
  'an empty text': step({ command: '' }),
  blanks: step({ command: ' \n ' }),
  'a list of empty texts': step({ command: ['', ' '] }),
  'without plugins': step({ command: '', plugins: [] }),
  'in a group': [group({ group: 'Tests', steps: step({ command: '' }) })],
}
