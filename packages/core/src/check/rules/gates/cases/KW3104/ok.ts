import { block, command, group, interpolated, sequence, wait } from '@kitewright/core'

const build = command({ key: 'build', command: 'make' })
const lint = command({ key: 'lint', command: 'npm run lint' })
const release = block({ key: 'release', block: 'Release' })
const ship = command({ key: 'ship', command: 'ship' })
const shipAfter = (...keys: readonly string[]) => command({ key: 'ship', command: 'ship', depends_on: keys })
const releases = { if: 'build.tag != null' }
const gates = { ship: 'release' }

export default {
  'the place behind the gate': { gates, steps: [build, release, ship] },
  'the place behind a wait behind the gate': { gates, steps: [build, release, lint, wait(), ship] },
  'the gate by name': { gates, steps: [build, release, shipAfter('release')] },
  'the gate as a value': { gates: { ship: release }, steps: [build, release, ship] },
  'the gate as a value in a sequence': { gates: { ship: release }, steps: sequence(build, release, ship) },
  'two gates': {
    gates: { ship: ['release', 'lint'] },
    steps: [build, lint, release, ship],
  },
  'a step that waits for the gate': {
    gates,
    steps: [build, release, command({ key: 'image', command: 'a', depends_on: 'release' }), shipAfter('image')],
  },
  'a gate that is no block': { gates: { ship: 'build' }, steps: [build, shipAfter('build')] },
  'a group that waits for the gate': {
    gates,
    steps: [build, release, group({ group: 'Ship', depends_on: 'release', steps: [shipAfter('build')] })],
  },
  'a group behind the gate': { gates, steps: [build, release, group({ group: 'Ship', steps: [ship] })] },
  'a group whose steps all name the gate': {
    gates: { both: 'release' },
    steps: [
      build,
      release,
      group({
        group: 'Both',
        key: 'both',
        depends_on: [],
        steps: [shipAfter('release'), command({ command: 'a', depends_on: 'release' })],
      }),
    ],
  },
  'a group that holds the gate': {
    gates,
    steps: [group({ group: 'Tests', key: 'tests', steps: [build, release] }), shipAfter('tests')],
  },
  'a step that names one of several ways': {
    gates,
    steps: [
      build,
      release,
      command({ key: 'image', command: 'a', depends_on: 'release', ...releases }),
      command({ key: 'notes', command: 'a', depends_on: 'release' }),
      shipAfter('image', 'notes'),
    ],
  },
  'a condition that both have': {
    gates,
    steps: [
      build,
      release,
      command({ key: 'image', command: 'a', depends_on: 'release', ...releases }),
      command({ key: 'ship', command: 'ship', depends_on: 'image', ...releases, if_changed: 'src/**' }),
    ],
  },
  'a condition of the group that both are in': {
    gates,
    steps: [
      build,
      release,
      group({
        group: 'Ship',
        ...releases,
        steps: [command({ key: 'image', command: 'a', depends_on: 'release' }), shipAfter('image')],
      }),
    ],
  },
  'the same condition, which the agent fills in': {
    gates,
    steps: [
      build,
      release,
      command({ key: 'image', command: 'a', depends_on: 'release', if: interpolated('$RELEASE') }),
      command({ key: 'ship', command: 'ship', depends_on: 'image', if: interpolated('$RELEASE') }),
    ],
  },
  'a step that is not skipped': {
    gates,
    steps: [
      build,
      release,
      command({ key: 'image', command: 'a', depends_on: 'release', skip: false }),
      command({ key: 'notes', command: 'a', depends_on: 'image', skip: '' }),
      shipAfter('notes'),
    ],
  },
  'a wait that may be left out, behind the gate': {
    gates,
    steps: [build, release, lint, wait({ if: 'build.tag == null' }), ship],
  },
  'two waits that may be left out, behind the gate': {
    gates,
    steps: [
      build,
      release,
      lint,
      wait({ if: 'build.tag == null' }),
      command({ command: 'a' }),
      wait({ branches: 'main' }),
      ship,
    ],
  },
  'a wait behind one that may be left out': {
    gates,
    steps: [build, release, lint, wait({ if: 'build.tag == null' }), command({ command: 'a' }), wait(), ship],
  },
  'a wait behind one that goes on after a failure': {
    gates,
    steps: [build, release, lint, wait({ continue_on_failure: true }), command({ command: 'a' }), wait(), ship],
  },
  'a wait behind one that names what it waits for': {
    gates,
    steps: [build, release, lint, wait({ depends_on: 'lint' }), command({ command: 'a' }), wait(), ship],
  },
  'a wait that may be left out, and names a step behind the gate': {
    gates,
    steps: [build, release, lint, wait({ depends_on: 'lint', if: 'build.tag == null' }), ship],
  },
  'a wait that names the gate': {
    gates,
    steps: [build, release, lint, wait({ allow: { KW3114: 'lint may fail' }, depends_on: 'release' }), ship],
  },
  'another block that names the gate': {
    gates,
    steps: [build, release, lint, block({ block: 'Again', depends_on: 'release' }), ship],
  },
  'a step that is not in this build': { gates: { 'ship-to-mars': 'release' }, steps: [build, release, lint] },
  'no gates': [build, release, ship],
}
