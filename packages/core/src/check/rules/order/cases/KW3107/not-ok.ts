import { block, command, group, wait } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const lint = command({ key: 'lint', command: 'npm run lint' })
const ship = command({ key: 'ship', command: 'ship' })
const release = block({ key: 'release', block: 'Release' })

export default {
  'behind another wait': [unit, wait(), wait(), lint],
  'before a block': [unit, wait(), release, ship],
  'behind a block': [unit, release, wait(), ship],
  'not going on after a failure, as is written': [unit, wait(), wait({ continue_on_failure: false }), lint],
  'at the beginning of a group': [unit, group({ group: 'Tests', steps: [wait(), lint] })],
  'at the end of a group': [group({ group: 'Tests', steps: [unit, wait()] }), lint],
}
