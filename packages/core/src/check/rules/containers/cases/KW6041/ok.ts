import { command } from '@kitewright/core'

export default {
  off: [command({ command: 'a', plugins: [{ 'docker#v5.13.0': { image: 'a', privileged: false } }] })],
  'another word': [command({ command: 'grep -r --privileged-only a' })],
}
