import { block, command, group } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const ship = command({ key: 'ship', command: 'ship' })

export default {
  'a step that names another one': [
    unit,
    block({ key: 'approve', block: 'Approve', depends_on: 'unit' }),
    command({ command: 'ship', depends_on: 'unit' }),
  ],
  'an empty form': [
    unit,
    block({ block: 'Approve', fields: [], depends_on: 'unit' }),
    command({ command: 'ship', depends_on: 'unit' }),
  ],
  'a group that names another one': [
    unit,
    block({ block: 'Approve', depends_on: 'unit' }),
    group({ group: 'Ship', depends_on: 'unit', steps: [ship] }),
  ],
}
