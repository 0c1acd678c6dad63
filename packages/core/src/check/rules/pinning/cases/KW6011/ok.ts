import { command, interpolated } from '@kitewright/core'

export default {
  'a version': [command({ command: 'a', image: 'node:22.11.0' })],
  'a digest': [command({ command: 'a', image: 'node@sha256:2f3b' })],
  'filled in': [command({ command: 'a', image: interpolated('app:$BUILDKITE_COMMIT') })],
  'of a matrix': [
    command({
      command: 'a {{matrix}}',
      matrix: ['20', '22'],
      plugins: [{ 'docker#v5.13.0': { image: 'node:{{matrix}}' } }],
    }),
  ],
}
