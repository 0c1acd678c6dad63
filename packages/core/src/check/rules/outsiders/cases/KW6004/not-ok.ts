import { command, interpolated, trigger } from '@kitewright/core'

export default {
  'an option of a plugin': [
    command({ command: 'a', plugins: [{ 'docker#v5.13.0': { image: interpolated('app:$BUILDKITE_BRANCH') } }] }),
  ],
  'the environment of a step': [command({ command: 'a', env: { SUITE: interpolated('$BUILDKITE_BRANCH') } })],
  'the environment of another build': [
    trigger({ trigger: 'site', build: { env: { FROM: interpolated('$BUILDKITE_MESSAGE') } } }),
  ],
}
