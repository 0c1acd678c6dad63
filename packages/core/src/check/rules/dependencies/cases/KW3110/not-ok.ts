import { block, command, group, input, interpolated } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const lint = command({ key: 'lint', command: 'npm run lint' })
const releases = { if: 'build.tag != null' }
const image = { key: 'image', command: 'build', depends_on: 'unit', ...releases }
const ship = command({ command: 'ship', depends_on: 'image' })
const inputs = Array.from({ length: 499 }, (_, index) => input({ key: `input-${index}`, input: 'Name' }))

export default {
  'a condition': [unit, command(image), ship],
  'a condition in raw': [unit, command({ ...image, if: undefined, raw: releases }), ship],
  branches: [unit, command({ ...image, if: undefined, branches: 'main' }), ship],
  'changed files': [unit, command({ ...image, if: undefined, if_changed: 'src/**' }), ship],
  'another condition': [
    unit,
    command(image),
    command({ command: 'ship', depends_on: 'image', if: 'build.tag == null' }),
  ],
  'another condition, which the agent fills in': [
    unit,
    command({ ...image, if: interpolated('$RELEASE') }),
    command({ command: 'ship', depends_on: 'image', if: interpolated('$SHIP') }),
  ],
  'a name': [unit, command(image), command({ key: 'ship', command: 'ship', depends_on: 'image' })],
  'the second of two dependencies': [
    unit,
    lint,
    command({ ...image, depends_on: ['lint', 'unit'] }),
    command({ command: 'ship', depends_on: ['lint', 'image'] }),
  ],
  'both of two dependencies': [unit, lint, command({ ...image, depends_on: ['lint', 'unit'] }), ship],
  'another way, through the step that is left out': [
    unit,
    command(image),
    command({ key: 'check', command: 'check', depends_on: 'image', ...releases }),
    command({ command: 'ship', depends_on: ['image', 'check'] }),
  ],
  'a block': [unit, block({ key: 'image', block: 'Release', depends_on: 'unit', ...releases }), ship],
  'a group': [unit, group({ group: 'Images', key: 'image', depends_on: 'unit', ...releases, steps: [lint] }), ship],
  'a group that waits': [unit, command(image), group({ group: 'Ship', depends_on: 'image', steps: [lint] })],
  'a dependency on a block': [
    command({ command: 'a' }),
    block({ key: 'unit', block: 'Release' }),
    command(image),
    ship,
  ],
  'what may be looked for just yet': [
    unit,
    ...inputs,
    command(image),
    command({ key: 'lint', command: 'lint', depends_on: inputs }),
    command({ command: 'ship', depends_on: ['image', 'lint'] }),
  ],
  'a block that the step waits for by its place': [
    unit,
    block({ block: 'Release' }),
    command({ ...image, depends_on: undefined }),
    ship,
  ],
  'a lost step under a condition of its own': [
    command({ key: 'unit', command: 'npm test', if: 'build.branch == "main"' }),
    command(image),
    ship,
  ],
}
