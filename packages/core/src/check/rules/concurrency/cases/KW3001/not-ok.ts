import { command, group, interpolated } from '@kitewright/core'

export default {
  'a limit without a group': [command({ command: 'deploy', concurrency: 1 })],
  'a limit that the agent fills in': [command({ command: 'deploy', concurrency: interpolated('$LIMIT') })],
  'a limit and a method': [command({ command: 'deploy', concurrency: 1, concurrency_method: 'eager' })],
  'a step in a group of steps': [group({ group: 'Deploys', steps: [command({ command: 'deploy', concurrency: 1 })] })],
  'a limit in raw': [command({ command: 'deploy', raw: { concurrency: 1 } })],
}
