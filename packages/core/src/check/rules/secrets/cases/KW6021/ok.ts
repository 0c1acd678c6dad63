import { command } from '@kitewright/core'

export default {
  off: [
    command({ command: 'a', plugins: [{ 'docker#v5.13.0': { image: 'node:22', 'propagate-environment': false } }] }),
  ],
  'some variables': [
    command({ command: 'a', plugins: [{ 'docker#v5.13.0': { image: 'node:22', environment: ['CI'] } }] }),
  ],
}
