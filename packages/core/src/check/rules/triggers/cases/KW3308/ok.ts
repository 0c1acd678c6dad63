import { command, interpolated, trigger } from '@kitewright/core'

const step = (build: object) => [trigger({ trigger: 'deploy', build: build as never })]

export default {
  'a text': step({ message: 'Deploy', env: { A: '1' } }),
  'a price': step({ message: 'costs $(5)' }),
  'what is filled in': step({ env: { A: interpolated('$BUILDKITE_COMMIT') } }),
  'in a command': [command({ command: 'echo $(buildkite-agent meta-data get reason)' })],
  'no build': [trigger({ trigger: 'deploy' })],
}
