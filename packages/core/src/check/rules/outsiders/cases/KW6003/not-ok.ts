import { command, interpolatedKey } from '@kitewright/core'

export default {
  'the version': [command({ command: 'a', plugins: [{ [interpolatedKey('ours/checks#$BUILDKITE_BRANCH')]: null }] })],
}
