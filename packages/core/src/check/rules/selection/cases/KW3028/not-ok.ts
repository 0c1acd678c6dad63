import { command, group, trigger } from '@kitewright/core'

const skipped = (skip: string) => [command({ command: 'npm test', skip })]

export default {
  no: skipped('no'),
  false: skipped('false'),
  Off: skipped('Off'),
  'on a trigger': [trigger({ trigger: 'deploy', skip: 'no' })],
  'on a group': [group({ group: 'Tests', skip: 'no', steps: [command({ command: 'npm test' })] })],
}
