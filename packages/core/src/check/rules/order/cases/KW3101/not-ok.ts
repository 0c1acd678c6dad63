import { block, command, externalStep, group, input, trigger, wait } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const lint = command({ key: 'lint', command: 'npm run lint' })
const release = block({ key: 'release', block: 'Release' })
const again = block({ key: 'again', block: 'Once more' })
const ship = command({ key: 'ship', command: 'ship', depends_on: unit })

export default {
  'a step before the block': [unit, release, ship],
  'a step before the block, among others': [unit, release, lint, ship],
  'a step that waits for one before the block': [
    unit,
    command({ key: 'image', command: 'build', depends_on: unit }),
    release,
    command({ command: 'ship', depends_on: 'image' }),
  ],
  'what another upload makes': [unit, release, command({ command: 'ship', depends_on: externalStep('image') })],
  'a trigger': [unit, release, trigger({ trigger: 'shop', depends_on: unit })],
  'an input': [unit, release, input({ input: 'Name', depends_on: unit })],
  'a group': [unit, release, group({ group: 'Ship', depends_on: unit, steps: [lint] })],
  'a block that names nothing': [unit, block({ block: 'Release' }), ship],
  'the second of two blocks': [
    unit,
    release,
    lint,
    again,
    command({ command: 'a' }),
    command({ command: 'ship', depends_on: lint }),
  ],
  'both of two blocks': [unit, release, lint, again, command({ command: 'a' }), ship],
  'a block and a wait behind it': [unit, release, lint, wait(), command({ command: 'a' }), ship],
  'a block, and a wait before it': [unit, wait(), lint, release, command({ command: 'a' }), ship],
  'a block before one that names what it waits for': [
    unit,
    release,
    lint,
    block({ key: 'approve', block: 'Approve', depends_on: lint }),
    ship,
    command({ command: 'a', depends_on: 'approve' }),
  ],
  'inside a group': [unit, group({ group: 'Ship', steps: [lint, release, ship, command({ command: 'a' })] })],
  'a step of a group before the block': [
    group({ group: 'Tests', steps: [unit] }),
    release,
    command({ command: 'ship', depends_on: unit }),
    lint,
  ],
  'several steps, told once': [unit, release, ship, command({ key: 'note', command: 'note', depends_on: unit })],
  'a block at the beginning': [
    release,
    command({ key: 'early', command: 'a', depends_on: [] }),
    command({ command: 'b' }),
    command({ command: 'ship', depends_on: 'early' }),
  ],
  'in a group, with a step of a later group': [
    group({
      group: 'Ship',
      steps: [unit, release, command({ command: 'a' }), command({ key: 'ship', command: 'ship', depends_on: 'image' })],
    }),
    block({ key: 'built', block: 'Built', depends_on: unit }),
    group({ group: 'Build', depends_on: 'built', steps: [command({ key: 'image', command: 'build' })] }),
  ],
}
