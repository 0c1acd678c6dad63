import { command } from '@kitewright/core'

export default {
  'a publication': [command({ label: 'Publish', command: 'a', soft_fail: true })],
  'a publication among other words': [command({ label: 'npm: publish', command: 'a', soft_fail: true })],
}
