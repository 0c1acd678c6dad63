import { command, interpolated } from '@kitewright/core'

export default {
  'a group without a limit': [command({ command: 'deploy', concurrency_group: 'shop/deploy' })],
  'a group that the agent fills in': [command({ command: 'deploy', concurrency_group: interpolated('shop/${STAGE}') })],
  'a group that has a limit in another step': [
    command({ command: 'test', concurrency: 2, concurrency_group: 'shop/deploy' }),
    command({ command: 'deploy', concurrency_group: 'shop/deploy' }),
  ],
  'a group and a method': [
    command({ command: 'deploy', concurrency_group: 'shop/deploy', concurrency_method: 'eager' }),
  ],
  'a group in raw': [command({ command: 'deploy', raw: { concurrency_group: 'shop/deploy' } })],
}
