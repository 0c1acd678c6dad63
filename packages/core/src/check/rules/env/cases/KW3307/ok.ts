import { command } from '@kitewright/core'

const step = (env: object) => [command({ command: 'a', env: env as never })]

export default {
  'a usual name': step({ NODE_ENV: 'test' }),
  'small letters': step({ node_env: 'test' }),
  'an underscore first': step({ _A: '1' }),
  'digits behind': step({ A1: '1' }),
  'a name with a dollar sign': step({ $A: '1' }),
}
