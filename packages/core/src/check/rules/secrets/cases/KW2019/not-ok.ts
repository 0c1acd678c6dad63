import { command } from '@kitewright/core'

const asking = (secrets: object) => [command({ command: 'deploy', secrets: secrets as never })]

export default {
  space: asking(['deploy token']),
  'a hyphen': asking(['deploy-token']),
  'a letter that is not ASCII': asking(['tökén']),
  'a line break at the end': asking(['TOKEN\n']),
  'the second of a list': asking(['TOKEN', 'deploy token']),
  'the key in a map': asking({ TOKEN: 'deploy token' }),
  'the key in a list of maps': asking([{ key: 'deploy token', environment_variable: 'TOKEN' }]),
  "a name that is Buildkite's": asking(['BUILDKITE_TOKEN']),
  "a name that is Buildkite's, in lower case": asking(['buildkite_token']),
  "a name that is Buildkite's, in short": asking(['BK_TOKEN']),
  'nothing but bk': asking(['bk']),
  "a name that is Buildkite's, though its variable may be set": asking(['BUILDKITE_API_TOKEN']),
  "a variable that is Buildkite's": asking({ BUILDKITE_BRANCH: 'token' }),
  "a variable that is Buildkite's, in short": asking({ BK: 'token' }),
  "a variable that is Buildkite's, in a list": asking([{ key: 'token', environment_variable: 'BKSOMETHING' }]),
  'more than the variable for the API': asking({ BUILDKITE_API_TOKEN_2: 'token' }),
  'of the pipeline': { secrets: ['deploy token'], steps: [command({ command: 'deploy' })] },
  'names in raw': [command({ command: 'deploy', raw: { secrets: ['a b'] } })],
}
