import { block, command, group, input } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const ship = command({ key: 'ship', command: 'ship' })
const release = block({ key: 'release', block: 'Release' })

export default {
  'the last step': [unit, release],
  'an empty form': [unit, block({ block: 'Release', fields: [] })],
  'a step that names another one': [
    unit,
    block({ key: 'approve', block: 'Approve', depends_on: 'unit' }),
    command({ command: 'ship', depends_on: 'unit' }),
  ],
  'an input behind the block, which waits for nothing': [unit, release, input({ input: 'Name' })],
  'the last step of a group': [group({ group: 'Tests', steps: [unit, release] })],
  'the last step of a group with others beside it': [group({ group: 'Tests', steps: [unit, release] }), ship],
  'the second of two blocks': [unit, release, ship, block({ block: 'Finish' })],
}
