import { command } from '@kitewright/core'

export default {
  'a digest': [command({ command: 'a', image: 'node:22@sha256:2f3b' })],
  'without a tag': [command({ command: 'a', image: 'node' })],
  latest: [command({ command: 'a', image: 'node:latest' })],
}
