import { command, interpolated } from '@kitewright/core'

const deploy = { command: 'deploy', concurrency: 1, concurrency_group: 'shop/deploy' }
const group = interpolated('shop/${STAGE}')

export default {
  'no method': [command(deploy), command(deploy)],
  'one method': [
    command({ ...deploy, concurrency_method: 'eager' }),
    command({ ...deploy, concurrency_method: 'eager' }),
  ],
  'the default, once written and once not': [command({ ...deploy, concurrency_method: 'ordered' }), command(deploy)],
  'two groups': [command(deploy), command({ ...deploy, concurrency_group: 'shop/smoke', concurrency_method: 'eager' })],
  'no group': [command({ command: 'lint' }), command({ ...deploy, concurrency_method: 'eager' })],
  'a group that the agent fills in': [
    command({ ...deploy, concurrency_group: group }),
    command({ ...deploy, concurrency_group: group, concurrency_method: 'eager' }),
  ],
  'a method that the agent fills in': [
    command({ ...deploy, concurrency_method: interpolated('$METHOD') }),
    command(deploy),
  ],
  'a method that the agent fills in twice': [
    command({ ...deploy, concurrency_method: interpolated('$METHOD') }),
    command({ ...deploy, concurrency_method: interpolated('$METHOD') }),
  ],
}
