import { command } from '@kitewright/core'

export default {
  'a publish': [command({ label: 'Publish', command: 'a', cache: { paths: ['node_modules'] } })],
  'a deploy': [command({ label: 'Deploy', command: 'a', cache: 'node_modules' })],
}
