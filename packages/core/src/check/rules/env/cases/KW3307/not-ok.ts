import { command, trigger } from '@kitewright/core'

const step = (env: object) => [command({ command: 'a', env: env as never })]

export default {
  'a hyphen': step({ 'NODE-ENV': 'test' }),
  'a digit first': step({ '1A': '1' }),
  'a blank': step({ 'A B': '1' }),
  'a dot': step({ 'app.name': '1' }),
  'of the pipeline': { env: { 'NODE-ENV': 'test' }, steps: [command({ command: 'a' })] },
  'of a build that is triggered': [trigger({ trigger: 'deploy', build: { env: { 'NODE-ENV': 'test' } } })],
}
