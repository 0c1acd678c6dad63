import { block, command, group, interpolated } from '@kitewright/core'

const key = interpolated('unit-$SUITE')
const unit = command({ label: 'Unit', command: 'npm test' })
const lint = command({ label: 'Lint', command: 'npm run lint' })

export default {
  'a command': [command({ key, command: 'npm test' })],
  'a block': [unit, block({ key, block: 'Release' }), lint],
  'a group': [group({ key, group: 'Tests', steps: [unit] })],
  'a step in a group': [group({ group: 'Tests', steps: [command({ key, command: 'npm test' })] })],
}
