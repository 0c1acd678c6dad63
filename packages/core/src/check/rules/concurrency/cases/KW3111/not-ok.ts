import { command, group, interpolated, wait } from '@kitewright/core'

const deploy = { command: 'deploy', concurrency: 1, concurrency_group: 'shop/deploy' }
const wider = { ...deploy, concurrency: 2 }

export default {
  'two limits': [command(deploy), command(wider)],
  'a lower limit after a higher one': [command(wider), command(deploy)],
  'the third step': [command(deploy), command(deploy), command(wider)],
  'the second of three': [command(deploy), command(wider), command(deploy)],
  'steps that are never side by side': [command(deploy), wait(), command(wider)],
  'a step in a group of steps': [command(deploy), group({ group: 'Later', steps: [command(wider)] })],
  'a limit that the agent fills in stands first': [
    command({ ...deploy, concurrency: interpolated('$LIMIT') }),
    command(deploy),
    command(wider),
  ],
  'two that differ from the first, told once': [command(deploy), command(wider), command(wider)],
}
