import { command, externalStep, group, input, wait } from '@kitewright/core'

const unit = command({ key: 'unit', command: 'npm test' })
const image = { key: 'image', command: 'build', depends_on: 'unit' }
const ship = command({ command: 'ship', depends_on: ['unit', 'image'] })
const inputs = Array.from({ length: 2001 }, (_, index) => input({ key: `input-${index}`, input: 'Name' }))
const releases = { if: 'build.tag != null' }

export default {
  'two steps that do not wait for each other': [unit, command({ key: 'image', command: 'build' }), ship],
  'a step that is waited for by way of two others': [
    unit,
    command({ key: 'lint', command: 'lint', depends_on: 'unit' }),
    command({ key: 'image', command: 'build', depends_on: 'lint' }),
    ship,
  ],
  'a step that is waited for by its place': [unit, wait(), command({ key: 'image', command: 'build' }), ship],
  'a step between with a condition': [unit, command({ ...image, ...releases }), ship],
  'a step between on some branches': [unit, command({ ...image, branches: 'main' }), ship],
  'a step between for some files': [unit, command({ ...image, if_changed: 'src/**' }), ship],
  'a step between that is skipped': [unit, command({ ...image, skip: true }), ship],
  'a step between whose condition is in raw': [unit, command({ ...image, raw: releases }), ship],
  'a step between in a group with a condition': [
    unit,
    group({ group: 'Images', ...releases, steps: [command(image)] }),
    ship,
  ],
  'a step between that starts also after a failure': [
    unit,
    command({ ...image, allow_dependency_failure: true }),
    ship,
  ],
  'a step between that starts also after this failure': [
    unit,
    command({ ...image, depends_on: [{ step: 'unit', allow_failure: true }] }),
    ship,
  ],
  'a step between that may fail': [
    unit,
    command(image),
    command({ command: 'ship', depends_on: ['unit', { step: 'image', allow_failure: true }] }),
  ],
  'a dependency that may fail': [
    unit,
    command(image),
    command({ command: 'ship', depends_on: [{ step: 'unit', allow_failure: true }, 'image'] }),
  ],
  'steps of another upload': [
    command({ key: 'image', command: 'build', depends_on: externalStep('unit') }),
    command({ command: 'ship', depends_on: [externalStep('unit'), 'image'] }),
  ],
  'one dependency': [unit, command(image), command({ command: 'ship', depends_on: 'image' })],
  'what lies too far back to be looked for': [
    unit,
    ...inputs,
    command({ ...image, depends_on: [...inputs, unit] }),
    ship,
  ],
}
