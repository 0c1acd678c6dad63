import { command, group, trigger } from '@kitewright/core'

const env = (name: string, value = 'abc') => [command({ command: 'a', env: { [name]: value } })]

export default {
  'a password': env('DEPLOY_PASSWORD'),
  'a secret': env('DEPLOY_SECRET'),
  'a token': env('DEPLOY_TOKEN'),
  'a private key': env('DEPLOY_PRIVATE_KEY'),
  'an access key': env('DEPLOY_ACCESS_KEY'),
  'a secret key': env('DEPLOY_SECRET_KEY'),
  'a connection string': env('DEPLOY_CONNECTION_STRING'),
  'a key for an API': env('DEPLOY_API_KEY'),
  'an ssh key': env('DEPLOY_SSH_KEY'),
  'nothing before the underscore': env('_TOKEN'),
  'a variable and more': env('DEPLOY_TOKEN', '$other-2'),
  'more and a variable': env('DEPLOY_TOKEN', 'x$other'),
  'an open brace': env('DEPLOY_TOKEN', '${OTHER'),
  'one letter': env('DEPLOY_TOKEN', 'x'),
  'a token that is recognised': env('DEPLOY_TOKEN', `ghp_${'a'.repeat(36)}`),
  'the environment of a build that is triggered': [
    trigger({ trigger: 'deploy', build: { env: { DEPLOY_TOKEN: 'abc' } } }),
  ],
  'a token that is recognised, for a build that is triggered': [
    trigger({ trigger: 'deploy', build: { env: { DEPLOY_TOKEN: `ghp_${'a'.repeat(36)}` } } }),
  ],
  'in a group': [group({ group: 'Deploys', steps: env('DEPLOY_TOKEN') })],
  'of the pipeline': { env: { DEPLOY_TOKEN: 'abc' }, steps: [command({ command: 'a' })] },
}
