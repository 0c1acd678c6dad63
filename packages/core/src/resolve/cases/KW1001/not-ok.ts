import { block, command, group } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })

export default {
  'a key twice': [unit, command({ key: 'unit', command: 'npm run lint' })],
  'a copy that keeps its key': [unit, command({ ...unit })],
  'steps of two kinds': [block({ block: 'Unit', key: 'unit' }), unit],
  'a step in a group and one beside it': [group({ group: 'Tests', steps: [unit] }), command({ ...unit })],
  'a group and a step in it': [group({ group: 'Tests', key: 'unit', steps: [unit] })],
  'a key that is depended on': [unit, command({ ...unit }), command({ command: 'deploy', depends_on: 'unit' })],
}
