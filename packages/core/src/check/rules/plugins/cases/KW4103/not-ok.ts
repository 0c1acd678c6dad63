import { command, group, plugin } from '@kitewright/core'

const option = (name: string, value = 'abc') => [
  command({ command: 'a', plugins: [plugin('x#v1.0.0', { [name]: value })] }),
]

export default {
  'a password': option('password'),
  'a passphrase': option('passphrase'),
  'a secret': option('secret'),
  'a token': option('token'),
  'a key for an API': option('api-key'),
  'a key for an API, with an underscore': option('api_key'),
  'a key for an API, as one word': option('apikey'),
  'a private key': option('private-key'),
  'a private key, as one word': option('privatekey'),
  'an access key': option('access_key'),
  'an access key, as one word': option('accesskey'),
  'a private key, with an underscore': option('private_key'),
  'an access key, with a hyphen': option('access-key'),
  'upper case': option('TOKEN'),
  'behind a hyphen': option('deploy-token'),
  'behind an underscore': option('deploy_token'),
  'lower case that could be the name of a variable': option('token', 'deploy_token'),
  'upper case behind a digit': option('token', '2ABC'),
  'a value that begins with true': option('token', 'truest'),
  'a value that ends with true': option('token', 'untrue'),
  'a value of which only the beginning is in upper case': option('token', 'ABCdef'),
  'the second plugin': [
    command({ command: 'a', plugins: [plugin('y#v1.0.0', { image: 'a' }), plugin('x#v1.0.0', { token: 'abc' })] }),
  ],
  'plugins as a map': [command({ command: 'a', plugins: { 'x#v1.0.0': { token: 'abc' } } })],
  'plugins as YAML has them': [command({ command: 'a', plugins: [{ 'x#v1.0.0': { token: 'abc' } }] })],
  'in a group': [group({ group: 'Tests', steps: option('token') })],
  'in raw': [command({ command: 'a', raw: { plugins: [{ 'x#v1.0.0': { token: 'abc' } }] } })],
}
