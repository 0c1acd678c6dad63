import { command, interpolated } from '@kitewright/core'

export default {
  'a group with its limit': [command({ command: 'deploy', concurrency: 1, concurrency_group: 'shop/deploy' })],
  'a limit that the agent fills in': [
    command({ command: 'deploy', concurrency: interpolated('$LIMIT'), concurrency_group: 'shop/deploy' }),
  ],
  'no group': [command({ command: 'deploy' })],
  'a limit in raw': [command({ command: 'deploy', concurrency_group: 'shop/deploy', raw: { concurrency: 1 } })],
}
