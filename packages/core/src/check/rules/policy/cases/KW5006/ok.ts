import { block, command, group, input, trigger, wait } from '@kitewright/core'

const retry = { automatic: [{ exit_status: -1, limit: 2 }] }

export default {
  'retried by a rule': [command({ command: 'a', retry: { automatic: { exit_status: -1, limit: 2 } } })],
  'retried by rules': [command({ command: 'a', retry })],
  'retried by the defaults': [command({ command: 'a', retry: { automatic: true } })],
  'not retried on purpose': [command({ command: 'a', retry: { automatic: false } })],
  'retries in raw': [command({ command: 'a', raw: { retry } })],
  'steps that run nothing themselves': [
    command({ command: 'a', retry }),
    wait(),
    command({ command: 'b', retry }),
    block({ block: 'Release' }),
    group({ group: 'After', steps: [trigger({ trigger: 'shop' })] }),
    input({ input: 'Name', fields: [{ text: 'Name', key: 'name' }] }),
  ],
}
