import { block, command, externalStep, group, trigger, wait } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const lint = command({ key: 'lint', command: 'npm run lint' })
const ship = command({ key: 'ship', command: 'ship', depends_on: unit })

export default {
  'what another upload makes': [unit, wait(), command({ command: 'ship', depends_on: externalStep('image') })],
  'both of two waits': [unit, wait(), lint, wait(), command({ command: 'a' }), ship],
  'a wait after a block that is waited for': [
    unit,
    block({ key: 'release', block: 'Release' }),
    lint,
    wait(),
    command({ command: 'a' }),
    command({ command: 'ship', depends_on: 'release' }),
  ],
  'inside a group': [unit, group({ group: 'Ship', steps: [lint, wait(), ship] })],
  'one of two steps before the wait': [unit, lint, wait(), ship],
  'one of two steps before the wait, twice': [unit, lint, wait(), ship, command({ command: 'note', depends_on: unit })],
  'one of two steps of a group before the wait': [group({ group: 'Tests', steps: [unit, lint] }), wait(), ship],
  'a trigger': [unit, lint, wait(), trigger({ trigger: 'shop', depends_on: unit })],
  'a group': [
    unit,
    wait(),
    lint,
    wait(),
    group({ group: 'Ship', depends_on: unit, steps: [command({ command: 'a' })] }),
  ],
  'the second of two waits': [
    unit,
    wait(),
    lint,
    command({ command: 'b' }),
    wait(),
    command({ command: 'a' }),
    command({ command: 'ship', depends_on: lint }),
  ],
  'a wait that may be left out': [unit, lint, wait({ if: 'build.tag == null' }), ship],
}
