import { block, command, group, input, interpolated, trigger, wait } from '@kitewright/core'

const timeout_in_minutes = 30

export default {
  'a time limit': [command({ command: 'a', timeout_in_minutes })],
  'a limit that the agent fills in': [command({ command: 'a', timeout_in_minutes: interpolated('$LIMIT') })],
  'a limit in raw': [command({ command: 'a', raw: { timeout_in_minutes } })],
  'a deploy, whose limit is another question': [command({ label: 'Deploy', command: 'a' })],
  'steps that run nothing themselves': [
    command({ command: 'a', timeout_in_minutes }),
    wait(),
    command({ command: 'b', timeout_in_minutes }),
    block({ block: 'Release' }),
    group({ group: 'After', steps: [trigger({ trigger: 'shop' })] }),
    input({ input: 'Name', fields: [{ text: 'Name', key: 'name' }] }),
  ],
}
