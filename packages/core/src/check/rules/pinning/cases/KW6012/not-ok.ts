import { command } from '@kitewright/core'

export default {
  'of a step': [command({ command: 'a', image: 'node:22.11.0' })],
  'of a plugin': [command({ command: 'a', plugins: [{ 'docker#v5.13.0': { image: 'node:22' } }] })],
}
