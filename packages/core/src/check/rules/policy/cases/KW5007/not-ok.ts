import { command, group } from '@kitewright/core'

export default {
  'no time limit': [command({ command: 'a' })],
  'a name': [command({ label: 'Unit tests', command: 'a' })],
  'in a group': [group({ group: 'Tests', steps: [command({ command: 'a' })] })],
}
