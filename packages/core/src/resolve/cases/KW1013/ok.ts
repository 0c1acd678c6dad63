import { command, group } from '@kitewright/core'

const unit = command({ command: 'npm test' })

export default {
  'one step': [group({ group: 'Tests', steps: [unit] })],
  'one step among what vanishes': [group({ group: 'Tests', steps: [false, null, [], unit] })],
}
