import { command, group, interpolated } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test' })

export default {
  'two keys': [command({ key: 'unit', command: 'a' }), command({ key: 'lint', command: 'b' })],
  'keys of different case': [command({ key: 'unit', command: 'a' }), command({ key: 'Unit', command: 'b' })],
  'two labels that give the same key, which nobody needs': [unit, command({ ...unit })],
  'a key and a label that gives the same one': [unit, command({ key: 'unit', command: 'a' })],
  'a copy with a key of its own': [
    command({ key: 'unit', command: 'a' }),
    command({ ...command({ key: 'unit', command: 'a' }), key: 'unit-2' }),
  ],
  'the same expression twice, which the agent may fill in differently': [
    command({ key: interpolated('unit-$A'), command: 'a' }),
    command({ key: interpolated('unit-$A'), command: 'b' }),
  ],
  'a group and a step in it': [
    group({ group: 'Tests', key: 'tests', steps: [command({ key: 'unit', command: 'a' })] }),
  ],
}
