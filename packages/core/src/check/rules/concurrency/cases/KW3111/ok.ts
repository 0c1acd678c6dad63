import { command, interpolated } from '@kitewright/core'

const deploy = { command: 'deploy', concurrency: 1, concurrency_group: 'shop/deploy' }
const group = interpolated('shop/${STAGE}')

export default {
  'one limit': [command(deploy), command(deploy), command(deploy)],
  'two groups': [command(deploy), command({ ...deploy, concurrency: 2, concurrency_group: 'shop/smoke' })],
  'groups whose names differ in case': [
    command(deploy),
    command({ ...deploy, concurrency: 2, concurrency_group: 'Shop/deploy' }),
  ],
  'a group that the agent fills in': [
    command({ ...deploy, concurrency_group: group }),
    command({ ...deploy, concurrency: 2, concurrency_group: group }),
  ],
  'a limit that the agent fills in': [command({ ...deploy, concurrency: interpolated('$LIMIT') }), command(deploy)],
  'a limit that the agent fills in twice': [
    command({ ...deploy, concurrency: interpolated('$LIMIT') }),
    command({ ...deploy, concurrency: interpolated('$LIMIT') }),
  ],
}
