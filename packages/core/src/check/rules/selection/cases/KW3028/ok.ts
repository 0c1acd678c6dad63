import { command } from '@kitewright/core'

export default {
  'a reason': [command({ command: 'npm test', skip: 'no agents for Windows' })],
  'a switch': [command({ command: 'npm test', skip: false })],
  'no reason': [command({ command: 'npm test', skip: '' })],
}
