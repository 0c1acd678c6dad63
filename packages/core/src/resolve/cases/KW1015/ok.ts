import { command } from '@kitewright/core'

const unit = command({ command: 'npm test' })

export default {
  'a list': [unit],
  'an object with a list': { steps: [unit] },
  'an object with a list of lists': { steps: [[unit]] },
}
