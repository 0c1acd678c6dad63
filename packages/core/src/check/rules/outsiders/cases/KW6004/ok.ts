import { command, interpolated, trigger } from '@kitewright/core'

export default {
  'the message of another build': [
    trigger({ trigger: 'site', build: { message: interpolated('$BUILDKITE_MESSAGE') } }),
  ],
  'its branch': [trigger({ trigger: 'site', build: { branch: interpolated('$BUILDKITE_BRANCH') } })],
  'the commit': [command({ command: 'a', env: { COMMIT: interpolated('$BUILDKITE_COMMIT') } })],
  'the label': [command({ label: interpolated('$BUILDKITE_BRANCH'), command: 'a' })],
}
