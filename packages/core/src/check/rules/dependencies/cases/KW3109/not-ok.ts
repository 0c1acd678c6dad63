import { command, group, input } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const image = { key: 'image', command: 'build', depends_on: 'unit' }
const ship = command({ command: 'ship', depends_on: ['unit', 'image'] })
const inputs = Array.from({ length: 2000 }, (_, index) => input({ key: `input-${index}`, input: 'Name' }))
const releases = { if: 'build.tag != null' }

export default {
  'a step between': [unit, command(image), ship],
  'the other way round': [unit, command(image), command({ command: 'ship', depends_on: ['image', 'unit'] })],
  'a name': [unit, command(image), command({ key: 'ship', command: 'ship', depends_on: ['unit', 'image'] })],
  'one of three': [
    unit,
    command({ key: 'lint', command: 'lint' }),
    command(image),
    command({ command: 'ship', depends_on: ['lint', 'unit', 'image'] }),
  ],
  'a step between under the same condition': [
    unit,
    command({ ...image, ...releases }),
    command({ command: 'ship', depends_on: ['unit', 'image'], ...releases }),
  ],
  'a step between that is not skipped': [unit, command({ ...image, skip: false }), ship],
  'a failure that counts, as is written': [
    unit,
    command({ ...image, allow_dependency_failure: false, depends_on: [{ step: 'unit', allow_failure: false }] }),
    command({ command: 'ship', depends_on: ['unit', { step: 'image', allow_failure: false }] }),
  ],
  'a group between': [
    unit,
    group({ group: 'Images', key: 'image', depends_on: 'unit', steps: [command({ command: 'build' })] }),
    ship,
  ],
  'a group that waits': [
    unit,
    command(image),
    group({ group: 'Ship', depends_on: ['unit', 'image'], steps: [command({ command: 'ship' })] }),
  ],
  'what lies as far back as is looked for': [
    unit,
    ...inputs,
    command({ ...image, depends_on: [...inputs, unit] }),
    ship,
  ],
}
