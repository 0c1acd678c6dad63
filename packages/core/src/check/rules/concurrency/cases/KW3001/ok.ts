import { command, interpolated } from '@kitewright/core'

export default {
  'a limit with its group': [command({ command: 'deploy', concurrency: 1, concurrency_group: 'shop/deploy' })],
  'a group that the agent fills in': [
    command({ command: 'deploy', concurrency: 1, concurrency_group: interpolated('shop/${STAGE}') }),
  ],
  'no limit': [command({ command: 'deploy' })],
  'a group in raw': [command({ command: 'deploy', concurrency: 1, raw: { concurrency_group: 'shop/deploy' } })],
}
