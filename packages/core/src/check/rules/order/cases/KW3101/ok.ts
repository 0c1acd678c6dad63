import { block, command, externalStep, group, input, sequence, wait } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const lint = command({ key: 'lint', command: 'npm run lint' })
const release = block({ key: 'release', block: 'Release' })
const ship = command({ key: 'ship', command: 'ship', depends_on: release })

export default {
  'the place after the block': [unit, release, lint],
  'the block by name': [unit, release, ship],
  'the block by name, also where it fails': [
    unit,
    release,
    command({ command: 'ship', depends_on: [{ step: release, allow_failure: true }] }),
  ],
  'a step that waits for the block': [unit, release, lint, command({ command: 'ship', depends_on: lint })],
  'a step that waits for one that waits for the block': [
    unit,
    release,
    ship,
    command({ command: 'smoke', depends_on: ship }),
  ],
  'nothing at all, on purpose': [unit, release, command({ command: 'ship', depends_on: [] }), lint],
  'a place before the block': [unit, command({ command: 'note', depends_on: unit }), release, lint],
  'a block that names what it waits for itself': [
    unit,
    block({ key: 'approve', block: 'Approve', depends_on: unit }),
    command({ command: 'note', depends_on: unit }),
    command({ command: 'ship', depends_on: 'approve' }),
  ],
  'a group that waits for the block, with a step that names another one': [
    unit,
    release,
    group({ group: 'Ship', steps: [command({ command: 'ship', depends_on: unit })] }),
  ],
  'a step of a group behind the block': [
    unit,
    release,
    group({ group: 'Ship', steps: [lint] }),
    command({ command: 'smoke', depends_on: lint }),
  ],
  'another list': [
    group({ group: 'Release', steps: [lint, release, command({ command: 'ship' })] }),
    command({ command: 'note', depends_on: lint }),
    command({ command: 'other', depends_on: externalStep('other') }),
  ],
  'a wait and a block that name what they wait for': [
    unit,
    release,
    lint,
    wait({ depends_on: unit, allow: { KW3114: 'lint may fail' } }),
    command({ command: 'a' }),
    block({ block: 'Again', depends_on: unit }),
    command({ command: 'b' }),
  ],
  'a sequence': sequence(unit, [command({ key: 'image', command: 'build', depends_on: unit }), lint], release, ship),
  'an input': [unit, input({ input: 'Name' }), command({ command: 'ship', depends_on: unit })],
}
