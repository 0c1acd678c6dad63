import { trigger } from '@kitewright/core'

const step = (build: object) => [trigger({ trigger: 'deploy', build: build as never })]

export default {
  'an answer in the environment': step({ env: { REASON: '$(buildkite-agent meta-data get reason)' } }),
  'in the message': step({ message: 'Deploy $(git describe)' }),
  'in meta-data': step({ meta_data: { version: 'v$(cat VERSION)' } }),
  'two of them': step({ commit: '$(git rev-parse HEAD) $(date)' }),
}
