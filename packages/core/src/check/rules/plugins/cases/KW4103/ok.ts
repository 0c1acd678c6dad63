import { command, interpolated, plugin } from '@kitewright/core'

const option = (name: string, value: unknown = 'abc') => [
  command({ command: 'a', plugins: [plugin('x#v1.0.0', { [name]: value } as never)] }),
]

export default {
  'no configuration': [command({ command: 'a', plugins: ['x#v1.0.0'] })],
  'a configuration that is no map': [command({ command: 'a', plugins: [plugin('x#v1.0.0', ['password'])] })],
  'another option': option('image'),
  'a name that goes on': option('password-file'),
  'a word that ends alike': option('mytoken'),
  'a key of another kind': option('cache-key'),
  'a name without its first part': option('key'),
  'the name of a variable': option('token', 'DEPLOY_TOKEN'),
  'the name of a variable, of one letter': option('token', 'T'),
  'the name of a variable, with digits': option('token', 'TOKEN_2'),
  true: option('token', 'true'),
  false: option('token', 'false'),
  'a path': option('private-key', 'keys/deploy'),
  'a reference': option('token', 'ssm:deploy'),
  'no value': option('token', ''),
  'a boolean': option('token', true),
  'a number': option('token', 5),
  'a list': option('token', ['abc']),
  'a variable': option('token', '$DEPLOY_TOKEN'),
  'a variable in braces': option('token', '${DEPLOY_TOKEN}'),
  'a variable inside a text': option('token', 'abc-$DEPLOY_TOKEN'),
  'an expression': option('token', interpolated('$DEPLOY_KEY_NAME')),
}
