import { command, interpolated, interpolatedKey } from '@kitewright/core'

export default {
  'another variable': [command({ command: 'a', plugins: [{ [interpolatedKey('ours/checks#$CHECKS')]: null }] })],
  'an option': [
    command({ command: 'a', plugins: [{ 'ours/checks#v1': { branch: interpolated('$BUILDKITE_BRANCH') } }] }),
  ],
}
