import { command } from '@kitewright/core'

export default {
  'of a step': [command({ command: 'a', secrets: ['NPM_TOKEN'] })],
}
