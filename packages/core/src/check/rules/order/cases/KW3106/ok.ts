import { block, command, group, input, wait } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const ship = command({ key: 'ship', command: 'ship' })
const release = block({ key: 'release', block: 'Release' })
const approve = block({ key: 'approve', block: 'Approve', depends_on: 'unit' })
const where = { text: 'Where', key: 'where' }

export default {
  'a step behind the block': [unit, release, ship],
  'a step that names the block': [unit, approve, command({ command: 'ship', depends_on: 'approve' })],
  'a block behind the block': [unit, release, block({ block: 'Really' }), ship],
  'a wait behind the block': [unit, approve, command({ command: 'lint', depends_on: unit }), wait(), ship],
  'a group behind the block': [unit, release, group({ group: 'Ship', steps: [ship] })],
  'a group that names the block': [unit, approve, group({ group: 'Ship', depends_on: 'approve', steps: [ship] })],
  'a wait behind its group': [group({ group: 'Tests', steps: [unit, release] }), wait(), ship],
  'a step that names its group': [
    group({ group: 'Tests', key: 'tests', steps: [unit, release] }),
    command({ command: 'ship', depends_on: 'tests' }),
  ],
  'a block that asks for something': [unit, block({ block: 'Where', fields: [where] })],
  'a block that asks for something in raw': [unit, block({ block: 'Where', raw: { fields: [where] } })],
  'an input, which holds nothing back anyway': [unit, input({ input: 'Name' })],
  'the last step': [unit, release],
  'the last step, with an empty form': [unit, block({ block: 'Release', fields: [] })],
  'an input behind the block, which waits for nothing': [unit, release, input({ input: 'Name' })],
  'the last step of a group': [group({ group: 'Tests', steps: [unit, release] })],
  'the last step of a group with others beside it': [group({ group: 'Tests', steps: [unit, release] }), ship],
  'the second of two blocks': [unit, release, ship, block({ block: 'Finish' })],
}
