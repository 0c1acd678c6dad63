import { command, interpolated } from '@kitewright/core'

export default {
  'a group without a limit': [command({ command: 'deploy', concurrency_group: 'shop/deploy' })],
  'a group that the agent fills in': [command({ command: 'deploy', concurrency_group: interpolated('shop/${STAGE}') })],
  'a group and a method': [
    command({ command: 'deploy', concurrency_group: 'shop/deploy', concurrency_method: 'eager' }),
  ],
}
