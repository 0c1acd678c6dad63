import { command } from '@kitewright/core'

export default {
  'a test': [command({ label: 'Unit', command: 'a', cache: { paths: ['node_modules'] } })],
  'no cache': [command({ label: 'Publish', command: 'a' })],
}
