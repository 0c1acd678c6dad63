import { command, group, trigger } from '@kitewright/core'

const concurrency = { concurrency: 1, concurrency_group: 'shop/production' }

export default {
  'a deploy that runs once at a time': [command({ label: 'Deploy', command: 'a', ...concurrency })],
  'a concurrency group in raw': [command({ label: 'Deploy', command: 'a', raw: concurrency })],
  'other steps': [command({ label: 'Test the deployment', command: 'a' }), command({ command: 'deploy' })],
  'a trigger': [trigger({ trigger: 'deploy', label: 'Deploy' })],
  'a group': [group({ group: 'Deploy', steps: [command({ label: 'Europe', command: 'a' })] })],
}
