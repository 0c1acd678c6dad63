import { block, command, group, input, interpolated, wait } from '@kitewright/core'

const build = command({ key: 'build', command: 'make' })
const lint = command({ key: 'lint', command: 'npm run lint' })
const release = block({ key: 'release', block: 'Release' })
const ship = command({ key: 'ship', command: 'ship' })
const shipAfter = (...keys: readonly string[]) => command({ key: 'ship', command: 'ship', depends_on: keys })
const releases = { if: 'build.tag != null' }
const gates = { ship: 'release' }

export default {
  'a place before the gate': { gates, steps: [ship, release, lint] },
  'a step that names another one': { gates: { ship: 'build' }, steps: [build, lint, shipAfter('lint')] },
  'a step that names nothing': {
    gates: { ship: 'build' },
    steps: [build, command({ key: 'ship', command: 'ship', depends_on: [] })],
  },
  'the gate, also where it fails': {
    gates: { ship: 'build' },
    steps: [build, command({ key: 'ship', command: 'ship', depends_on: [{ step: 'build', allow_failure: true }] })],
  },
  'the gate, also where it fails, as text': {
    gates: { ship: 'build' },
    steps: [build, command({ key: 'ship', command: 'ship', depends_on: [{ step: 'build', allow_failure: 'true' }] })],
  },
  'every dependency, also where it fails': {
    gates: { ship: 'build' },
    steps: [build, command({ key: 'ship', command: 'ship', depends_on: 'build', allow_dependency_failure: true })],
  },
  'every dependency, also where it fails, taken out of checking': {
    gates: { ship: 'build' },
    steps: [
      build,
      command({ key: 'ship', command: 'ship', depends_on: 'build', raw: { allow_dependency_failure: true } }),
    ],
  },
  'a wait that goes on after a failure': {
    gates: { ship: 'build' },
    steps: [build, wait({ continue_on_failure: true }), ship],
  },
  'a wait for which every dependency may fail': {
    gates: { ship: 'build' },
    steps: [build, wait({ allow_dependency_failure: true }), ship],
  },
  'a wait before it, also where it fails': {
    gates: { ship: 'build' },
    steps: [build, wait(), command({ key: 'ship', command: 'ship', allow_dependency_failure: true })],
  },
  'a wait between that is dropped beside a block': {
    gates,
    steps: [build, release, lint, block({ block: 'Again', ...releases }), wait({ key: 'waited' }), shipAfter('waited')],
  },
  'a wait that names another step': {
    gates: { ship: 'build' },
    steps: [build, lint, wait({ allow: { KW3114: 'lint may fail' }, depends_on: 'lint' }), ship],
  },
  'a wait that may be left out, and names another step': {
    gates: { ship: 'release' },
    steps: [build, release, lint, wait({ allow: { KW3114: 'lint may fail' }, depends_on: 'build', ...releases }), ship],
  },
  'a wait that is dropped for a block beside it': {
    gates: { ship: 'build' },
    steps: [
      build,
      wait({ key: 'tested' }),
      release,
      command({ ...shipAfter('tested'), allow: { KW3101: 'it is about the wait' } }),
    ],
  },
  'a wait that may be left out, in front of no other': {
    gates: { ship: 'build' },
    steps: [build, wait({ if: 'build.tag == null' }), ship],
  },
  'a wait that may be left out, and goes on after a failure': {
    gates,
    steps: [build, release, lint, wait({ if: 'build.tag == null', continue_on_failure: true }), ship],
  },
  'a gate that may be left out': {
    gates,
    steps: [build, block({ key: 'release', block: 'Release', ...releases }), ship],
  },
  'a gate whose condition is taken out of checking': {
    gates,
    steps: [build, block({ key: 'release', block: 'Release', raw: releases }), ship],
  },
  'a gate in a group with a condition': {
    gates,
    steps: [group({ group: 'Release', ...releases, steps: [build, release] }), shipAfter('release')],
  },
  'a group between that waits for the gate, whose steps have a condition': {
    gates,
    steps: [
      build,
      release,
      group({
        group: 'Images',
        key: 'images',
        depends_on: 'release',
        steps: [command({ command: 'a', ...releases })],
      }),
      shipAfter('images'),
    ],
  },
  'a group of which one step passes the gate by': {
    gates: { both: 'release' },
    steps: [
      build,
      release,
      group({
        group: 'Both',
        key: 'both',
        depends_on: [],
        steps: [shipAfter('release'), command({ command: 'a', depends_on: [] })],
      }),
    ],
  },
  'a gate that is left out of other builds': {
    gates,
    steps: [
      build,
      block({ key: 'release', block: 'Release', if: 'build.tag == null' }),
      command({ key: 'ship', command: 'ship', ...releases }),
    ],
  },
  'a step between with a condition': {
    gates,
    steps: [
      build,
      release,
      command({ key: 'image', command: 'a', depends_on: 'release', ...releases }),
      shipAfter('image'),
    ],
  },
  'a step between on some branches': {
    gates,
    steps: [
      build,
      release,
      command({ key: 'image', command: 'a', depends_on: 'release', branches: 'main' }),
      shipAfter('image'),
    ],
  },
  'a step between for some files': {
    gates,
    steps: [
      build,
      release,
      command({ key: 'image', command: 'a', depends_on: 'release', if_changed: 'src/**' }),
      shipAfter('image'),
    ],
  },
  'a step between that is skipped': {
    gates,
    steps: [
      build,
      release,
      command({ key: 'image', command: 'a', depends_on: 'release', skip: 'no time' }),
      shipAfter('image'),
    ],
  },
  'a step between whose condition is taken out of checking': {
    gates,
    steps: [
      build,
      release,
      command({ key: 'image', command: 'a', depends_on: 'release', raw: releases }),
      shipAfter('image'),
    ],
  },
  'a step between in a group with a condition': {
    gates,
    steps: [
      build,
      release,
      group({
        group: 'Images',
        ...releases,
        steps: [command({ key: 'image', command: 'a', depends_on: 'release' })],
      }),
      shipAfter('image'),
    ],
  },
  'a step between in a group that is skipped': {
    gates,
    steps: [
      build,
      release,
      group({
        group: 'Images',
        skip: true,
        steps: [command({ key: 'image', command: 'a', depends_on: 'release' })],
      }),
      shipAfter('image'),
    ],
  },
  'a group between with a condition': {
    gates,
    steps: [
      build,
      release,
      group({ group: 'Images', key: 'images', ...releases, steps: [command({ command: 'a' })] }),
      shipAfter('images'),
    ],
  },
  'another condition, which the agent fills in': {
    gates,
    steps: [
      build,
      release,
      command({ key: 'image', command: 'a', depends_on: 'release', if: interpolated('$RELEASE') }),
      command({ key: 'ship', command: 'ship', depends_on: 'image', if: interpolated('$SHIP') }),
    ],
  },
  'an input behind the gate': {
    gates: { name: 'release' },
    steps: [build, release, input({ key: 'name', input: 'Name' }), ship],
  },
  'the second of two gates': {
    gates: { ship: ['release', 'late'] },
    steps: [build, release, ship, command({ key: 'late', command: 'a' })],
  },
}
