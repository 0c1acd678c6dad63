import { command, wait } from '@kitewright/core'

export default {
  'an object': [command({ command: 'npm test' })],
  'a wait without options': [command({ command: 'a' }), wait(), command({ command: 'b' })],
  'a wait with an empty object': [command({ command: 'a' }), wait({}), command({ command: 'b' })],
}
