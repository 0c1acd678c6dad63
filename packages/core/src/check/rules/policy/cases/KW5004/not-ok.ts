import { command, group } from '@kitewright/core'

export default {
  'a deploy': [command({ label: 'Deploy production', command: 'a' })],
  'a deploy with a time limit': [command({ label: 'Deploy', command: 'a', timeout_in_minutes: 15 })],
  'in a group': [group({ group: 'Europe', steps: [command({ label: 'Rollout', command: 'a' })] })],
}
