import { command, group } from '@kitewright/core'

export default {
  'a deploy': [command({ label: 'Deploy production', command: 'a' })],
  'a deploy that runs once at a time': [
    command({ label: 'Deploy', command: 'a', concurrency: 1, concurrency_group: 'shop/production' }),
  ],
  'in a group': [group({ group: 'Europe', steps: [command({ label: 'Rollout', command: 'a' })] })],
}
