import { command, interpolated, trigger } from '@kitewright/core'

const env = (name: string, value: unknown = 'abc') => [command({ command: 'a', env: { [name]: value } as never })]

export default {
  'another name': env('NODE_ENV'),
  'a name that has no underscore': env('PASSWORD'),
  'a name in lower case': env('deploy_password'),
  'a name that goes on': env('DEPLOY_TOKEN_FILE'),
  'a name of a key of another kind': env('CACHE_KEY'),
  'no value': env('DEPLOY_TOKEN', ''),
  'a number': env('DEPLOY_TOKEN', 5),
  'a boolean': env('DEPLOY_TOKEN', true),
  null: env('DEPLOY_TOKEN', null),
  'a variable': env('DEPLOY_TOKEN', '$other'),
  'an expression': env('DEPLOY_TOKEN', interpolated('$OTHER')),
  'in raw': [command({ command: 'a', raw: { env: { DEPLOY_TOKEN: 'abc' } } })],
  'meta-data of a build that is triggered': [
    trigger({ trigger: 'deploy', build: { meta_data: { DEPLOY_TOKEN: 'abc' } } }),
  ],
  'a secret of that name': [command({ command: 'a', secrets: ['DEPLOY_TOKEN'] })],
}
