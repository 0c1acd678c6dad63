import { command } from '@kitewright/core'

const asking = (secrets: object) => [command({ command: 'deploy', secrets: secrets as never })]

export default {
  'letters, digits and underscores': asking(['azAZ09_']),
  'one character': asking(['A']),
  '255 characters': asking(['A'.repeat(255)]),
  'no secrets': asking([]),
  'a name that only begins with a b': asking(['BLACK']),
  'a name with buildkite inside': asking(['MY_BUILDKITE_TOKEN']),
  'a name with bk inside': asking(['MY_BK']),
  'a secret put into a variable': asking({ TOKEN: 'deploy_token' }),
  'a secret put into a variable, in a list': asking([{ key: 'deploy_token', environment_variable: 'TOKEN' }]),
  'a secret that keeps its name, in a list': asking([{ key: 'deploy_token' }]),
  "Buildkite's variable for its API": asking({ BUILDKITE_API_TOKEN: 'api_token' }),
  "Buildkite's variable for test analytics": asking({ BUILDKITE_ANALYTICS_TOKEN: 'analytics_token' }),
  'a variable in lower case': asking({ buildkite_foo: 'token', bk: 'other' }),
  'a variable with BK inside': asking({ MY_BK: 'token' }),
  'of the pipeline': { secrets: ['TOKEN'], steps: [command({ command: 'deploy' })] },
}
