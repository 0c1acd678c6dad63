import { command, interpolated } from '@kitewright/core'

const deploy = { command: 'deploy', concurrency: 1, concurrency_group: 'shop/deploy' }

export default {
  'two methods': [
    command({ ...deploy, concurrency_method: 'ordered' }),
    command({ ...deploy, concurrency_method: 'eager' }),
  ],
  'the default and the other one': [command(deploy), command({ ...deploy, concurrency_method: 'eager' })],
  'the default after the other one': [command({ ...deploy, concurrency_method: 'eager' }), command(deploy)],
  'the third step': [command(deploy), command(deploy), command({ ...deploy, concurrency_method: 'eager' })],
  'a method that the agent fills in stands first': [
    command({ ...deploy, concurrency_method: interpolated('$METHOD') }),
    command(deploy),
    command({ ...deploy, concurrency_method: 'eager' }),
  ],
}
