import { command } from '@kitewright/core'

export default {
  'a publication that counts': [command({ label: 'Publish', command: 'a' })],
  'another step': [command({ label: 'Unit', command: 'a', soft_fail: true })],
}
