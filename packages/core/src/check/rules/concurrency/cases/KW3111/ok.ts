import { command, interpolated } from '@kitewright/core'

const deploy = { command: 'deploy', concurrency: 1, concurrency_group: 'shop/deploy' }

export default {
  'one limit': [command(deploy), command(deploy), command(deploy)],
  'two groups': [command(deploy), command({ ...deploy, concurrency: 2, concurrency_group: 'shop/smoke' })],
  'groups whose names differ in case': [
    command(deploy),
    command({ ...deploy, concurrency: 2, concurrency_group: 'Shop/deploy' }),
  ],
  'a group that the agent fills in, in each step by itself': [
    command({ ...deploy, concurrency_group: interpolated('shop/${STAGE}') }),
    command({ ...deploy, concurrency: 2, concurrency_group: interpolated('shop/${STAGE}') }),
  ],
  'a limit that the agent fills in': [command({ ...deploy, concurrency: interpolated('$LIMIT') }), command(deploy)],
  'a limit that the agent fills in twice': [
    command({ ...deploy, concurrency: interpolated('$LIMIT') }),
    command({ ...deploy, concurrency: interpolated('$LIMIT') }),
  ],
}
