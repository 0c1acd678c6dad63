import { block, command, group, input, trigger, wait } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const lint = command({ key: 'lint', command: 'npm run lint' })
const ship = command({ key: 'ship', command: 'ship', depends_on: unit })

export default {
  'the place after the wait': [unit, wait(), lint],
  'the wait by name': [unit, wait({ key: 'tested' }), command({ command: 'ship', depends_on: 'tested' })],
  'a step behind the wait': [unit, wait(), lint, command({ command: 'ship', depends_on: lint })],
  'nothing at all, on purpose': [unit, wait(), command({ command: 'ship', depends_on: [] }), lint],
  'a place before the wait': [unit, command({ command: 'note', depends_on: unit }), wait(), lint],
  'a wait that names what it waits for itself': [
    unit,
    wait({ key: 'tested', depends_on: unit }),
    command({ command: 'note', depends_on: unit }),
    command({ command: 'ship', depends_on: 'tested' }),
  ],
  'a step of a group behind the wait': [
    unit,
    wait(),
    group({ group: 'Ship', steps: [command({ command: 'ship', depends_on: unit })] }),
  ],
  'a block and a wait that name what they wait for': [
    unit,
    wait(),
    lint,
    block({ block: 'Release', depends_on: unit }),
    command({ command: 'a' }),
    wait({ depends_on: unit, allow: { KW3114: 'lint may fail' } }),
    command({ command: 'b' }),
  ],
  'an input': [unit, input({ input: 'Name' }), command({ command: 'ship', depends_on: unit })],
  'the only step before the wait': [unit, wait(), ship],
  'the only step before the wait, among others behind it': [unit, wait(), lint, ship],
  'a trigger that waits for all before the wait': [unit, wait(), trigger({ trigger: 'shop', depends_on: unit })],
  'a group that waits for all before the wait': [
    unit,
    wait(),
    group({ group: 'Ship', depends_on: unit, steps: [lint] }),
  ],
  'the only step before a wait that may be left out': [unit, wait({ if: 'build.tag == null' }), lint, ship],
  'a wait that goes on after a failure': [unit, wait({ continue_on_failure: true }), lint, ship],
  'all steps before the wait, by way of others': [
    unit,
    command({ key: 'image', command: 'build', depends_on: unit }),
    wait(),
    command({ command: 'ship', depends_on: 'image' }),
  ],
  'a group before the wait': [
    group({ group: 'Tests', key: 'tests', steps: [unit, lint] }),
    wait(),
    command({ command: 'ship', depends_on: 'tests' }),
  ],
  'all steps of a group before the wait': [
    group({ group: 'Tests', steps: [unit, lint] }),
    wait(),
    command({ command: 'ship', depends_on: [unit, lint] }),
  ],
}
