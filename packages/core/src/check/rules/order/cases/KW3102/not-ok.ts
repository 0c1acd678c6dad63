import { block, command, externalStep, group, trigger, wait } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const lint = command({ key: 'lint', command: 'npm run lint' })
const ship = command({ key: 'ship', command: 'ship', depends_on: unit })

export default {
  'a step before the wait': [unit, wait(), ship],
  'a step before the wait, among others': [unit, wait(), lint, ship],
  'what another upload makes': [unit, wait(), command({ command: 'ship', depends_on: externalStep('image') })],
  'a trigger': [unit, wait(), trigger({ trigger: 'shop', depends_on: unit })],
  'a group': [unit, wait(), group({ group: 'Ship', depends_on: unit, steps: [lint] })],
  'the second of two waits': [
    unit,
    wait(),
    lint,
    wait(),
    command({ command: 'a' }),
    command({ command: 'ship', depends_on: lint }),
  ],
  'both of two waits': [unit, wait(), lint, wait(), command({ command: 'a' }), ship],
  'a wait after a block that is waited for': [
    unit,
    block({ key: 'release', block: 'Release' }),
    lint,
    wait(),
    command({ command: 'a' }),
    command({ command: 'ship', depends_on: 'release' }),
  ],
  'a wait that may be left out': [unit, wait({ if: 'build.tag == null' }), lint, ship],
  'a wait that goes on after a failure': [unit, wait({ continue_on_failure: true }), lint, ship],
  'inside a group': [unit, group({ group: 'Ship', steps: [lint, wait(), ship] })],
}
