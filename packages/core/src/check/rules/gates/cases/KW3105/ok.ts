import { block, command, group, sequence } from '@kitewright/core'

const build = command({ label: 'Build', command: 'make' })
const release = block({ block: 'Release' })
const ship = command({ label: 'Ship', command: 'ship' })

export default {
  'no gates': { gates: {}, steps: [build, release, ship] },
  'gates that are undefined': { gates: undefined, steps: [build, release, ship] },
  'keys of labels': { gates: { ship: 'release' }, steps: [build, release, ship] },
  'a key that is written': {
    gates: { deploy: 'release' },
    steps: [build, release, command({ key: 'deploy', label: 'Ship', command: 'ship' })],
  },
  'a value': { gates: { ship: release }, steps: [build, release, ship] },
  'a value in a sequence': { gates: { ship: release }, steps: sequence(build, release, ship) },
  'a list of values and keys': { gates: { ship: [release, 'build'] }, steps: [build, release, ship] },
  'a step in a group': { gates: { ship: 'release' }, steps: [build, release, group({ group: 'G', steps: [ship] })] },
}
