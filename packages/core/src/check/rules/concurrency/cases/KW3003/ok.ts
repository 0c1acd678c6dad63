import { command } from '@kitewright/core'

export default {
  'a method with a limit and a group': [
    command({ command: 'deploy', concurrency: 1, concurrency_group: 'shop/deploy', concurrency_method: 'eager' }),
  ],
  'no method': [command({ command: 'deploy' })],
  'a limit and a group in raw': [
    command({
      command: 'deploy',
      concurrency_method: 'eager',
      raw: { concurrency: 1, concurrency_group: 'shop/deploy' },
    }),
  ],
}
