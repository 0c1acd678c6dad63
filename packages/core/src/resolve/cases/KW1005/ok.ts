import { command, group, sequence } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test' })
const image = command({ label: 'Image', command: 'build' })

export default {
  'a copy': [unit, command({ ...unit, label: 'Unit again' })],
  'two equal steps': [command({ command: 'npm test' }), command({ command: 'npm test' })],
  'a copy in a group': [unit, group({ group: 'Tests', steps: [command({ ...unit })] })],
  'a sequence alone': sequence(unit, image),
  'a sequence and a copy of one of its steps': [sequence(unit, image), command({ ...unit, label: 'Unit again' })],
}
