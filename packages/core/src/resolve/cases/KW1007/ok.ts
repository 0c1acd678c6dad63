import { command, group } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test' })
const deploy = command({ command: 'deploy', depends_on: unit })

export default {
  'two labels that give the same key, which nobody needs': [unit, command({ label: 'unit!', command: 'b' })],
  'one of the two has a key of its own': [unit, command({ label: 'Unit', key: 'unit-2', command: 'b' }), deploy],
  'the key stands on the one that is needed': (() => {
    const keyed = command({ label: 'Unit', key: 'unit', command: 'a' })
    return [unit, keyed, command({ command: 'deploy', depends_on: keyed })]
  })(),
  'labels that differ in a digit': [unit, command({ label: 'Unit 2', command: 'b' }), deploy],
  'steps without labels': [unit, command({ command: 'a' }), command({ command: 'b' }), deploy],
  'a group and a step with other labels': [group({ group: 'Tests', steps: [unit] }), deploy],
}
