import { command, group, interpolated } from '@kitewright/core'

export default {
  'a key': [command({ key: 'unit', command: 'npm test' })],
  'a label that the agent fills in': [command({ label: interpolated('Unit $SUITE'), command: 'npm test' })],
  'a group': [
    group({ group: interpolated('Tests of $SUITE'), key: 'tests', steps: [command({ command: 'npm test' })] }),
  ],
}
