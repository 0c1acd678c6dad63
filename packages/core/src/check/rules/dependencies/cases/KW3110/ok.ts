import { block, command, externalStep, input, interpolated, wait } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const releases = { if: 'build.tag != null' }
const image = { key: 'image', command: 'build', depends_on: 'unit', ...releases }
const ship = command({ command: 'ship', depends_on: 'image' })
const inputs = Array.from({ length: 500 }, (_, index) => input({ key: `input-${index}`, input: 'Name' }))

export default {
  'a step that is in every build': [unit, command({ ...image, if: undefined }), ship],
  'the dependency named as well': [unit, command(image), command({ command: 'ship', depends_on: ['unit', 'image'] })],
  'the dependency waited for in another way': [
    unit,
    command(image),
    command({ key: 'lint', command: 'lint', depends_on: 'unit' }),
    command({ command: 'ship', depends_on: ['image', 'lint'] }),
  ],
  'the dependency waited for by the place of another step': [
    unit,
    command(image),
    wait(),
    command({ key: 'lint', command: 'lint' }),
    command({ command: 'ship', depends_on: ['image', 'lint'] }),
  ],
  'the same condition': [unit, command(image), command({ command: 'ship', depends_on: 'image', ...releases })],
  'the same branches': [
    unit,
    command({ ...image, if: undefined, branches: ['main'] }),
    command({ command: 'ship', depends_on: 'image', branches: ['main'] }),
  ],
  'the same condition, which the agent fills in': [
    unit,
    command({ ...image, if: interpolated('$RELEASE') }),
    command({ command: 'ship', depends_on: 'image', if: interpolated('$RELEASE') }),
  ],
  'the same condition, once taken out of checking': [
    unit,
    command(image),
    command({ command: 'ship', depends_on: 'image', raw: releases }),
  ],
  'a step that is skipped, which its author does on purpose': [
    unit,
    command({ ...image, if: undefined, skip: 'no time' }),
    ship,
    command({ command: 'note', ...releases }),
  ],
  'a step that names nothing': [unit, command({ ...image, depends_on: [] }), ship],
  'a step that follows the order of the list': [unit, wait(), command({ ...image, depends_on: undefined }), ship],
  'steps of another upload': [command({ ...image, depends_on: externalStep('unit') }), ship],
  'a step that follows the order of the list after it': [unit, command(image), wait(), command({ command: 'ship' })],
  'what takes too long to be looked for': [
    unit,
    ...inputs,
    command(image),
    command({ key: 'lint', command: 'lint', depends_on: inputs }),
    command({ command: 'ship', depends_on: ['image', 'lint'] }),
  ],
  'a condition that implies the one of the step that may be left out': [
    unit,
    command(image),
    command({ command: 'ship', depends_on: 'image', if: 'build.tag != null && build.source == "ui"' }),
  ],
  'a lost step that is left out in the same builds': [
    command({ key: 'unit', command: 'npm test', ...releases }),
    command(image),
    ship,
  ],
  'a lost step whose condition implies the one of the step between': [
    command({ key: 'unit', command: 'npm test', if: 'build.tag =~ /^v/' }),
    command(image),
    ship,
  ],
  'a block before a step of every build': [
    unit,
    block({ block: 'Release' }),
    command({ key: 'image', command: 'build' }),
    ship,
  ],
}
