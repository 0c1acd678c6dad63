import { block, command, group, input, sequence, trigger, wait } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test' })
const list = [command({ label: 'Shared', command: 'a' })]

export default {
  'every kind of step': [
    unit,
    block({ block: 'Go' }),
    input({ input: 'Notes' }),
    trigger({ trigger: 'deploy' }),
    group({ group: 'Tests', steps: [command({ command: 'a' })] }),
    wait(),
    command({ command: 'deploy' }),
  ],
  'what vanishes': [unit, false, null, undefined, ''],
  'a sequence in a list': [sequence(unit, command({ command: 'b' }))],
  'an empty list twice': ((nothing: []) => [unit, nothing, [nothing]])([]),
  'a list inside others': [[[list]]],
}
