import { command, interpolated } from '@kitewright/core'

export default {
  'the queue': [command({ command: 'a', agents: { queue: interpolated('$BUILDKITE_BRANCH') } })],
  'a list': [command({ command: 'a', agents: [interpolated('queue=$BUILDKITE_TAG')] })],
}
