import { command } from '@kitewright/core'

export default {
  'without a tag': [command({ command: 'a', image: 'node' })],
  latest: [command({ command: 'a', image: 'registry.example.com:5000/node:latest' })],
  'a port is no tag': [command({ command: 'a', image: 'registry.example.com:5000/node' })],
  'of a plugin': [command({ command: 'a', plugins: [{ 'docker#v5.13.0': { image: 'node' } }] })],
  "the pipeline's": { image: 'node', steps: [command({ command: 'a' })] },
}
