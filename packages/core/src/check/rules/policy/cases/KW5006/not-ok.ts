import { command, group } from '@kitewright/core'

export default {
  'no retry': [command({ command: 'a' })],
  'a name': [command({ label: 'Unit tests', command: 'a' })],
  'retried by people alone': [command({ command: 'a', retry: { manual: true } })],
  'in a group': [group({ group: 'Tests', steps: [command({ command: 'a' })] })],
}
