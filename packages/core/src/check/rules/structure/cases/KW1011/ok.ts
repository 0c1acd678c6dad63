import { command, trigger } from '@kitewright/core'

export default {
  'nothing but what vanishes': [false, null, undefined, ''],
  'lists of nothing': [[], [[]]],
  'one step': [command({ command: 'npm test' })],
  'a trigger alone': [trigger({ trigger: 'deploy' })],
  'one step among what vanishes': [false, null, undefined, '', [], [[]], command({ command: 'npm test' })],
  'no steps, on purpose': { allow: { KW1011: 'docs alone need no build' }, steps: [] },
  'one step, with attributes': { env: {}, steps: [command({ command: 'npm test' })] },
}
