import { block, command, group, wait } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const ship = command({ key: 'ship', command: 'ship' })
const release = block({ key: 'release', block: 'Release' })
const goingOn = wait({ continue_on_failure: true })

export default {
  'before a block': [unit, goingOn, release, ship],
  'behind a block': [unit, release, goingOn, ship],
  'as text': [unit, wait({ continue_on_failure: 'true' as unknown as boolean }), release, ship],
  'with a condition': [unit, wait({ continue_on_failure: true, if: 'build.tag == null' }), release, ship],
  'before a block that names what it waits for': [
    unit,
    goingOn,
    block({ key: 'approve', block: 'Approve', depends_on: unit }),
    command({ command: 'ship', depends_on: 'approve' }),
  ],
  'inside a group': [group({ group: 'Release', steps: [unit, goingOn, release, ship] })],
  'in raw': [unit, wait({ raw: { continue_on_failure: true } }), release, ship],
}
