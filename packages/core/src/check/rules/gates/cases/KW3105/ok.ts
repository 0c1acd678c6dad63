import { block, command, group, sequence } from '@kitewright/core'

const build = command({ label: 'Build', command: 'make' })
const release = block({ block: 'Release' })
const ship = command({ label: 'Ship', command: 'ship' })

export default {
  'keys of labels': { gates: { ship: 'release' }, steps: [build, release, ship] },
  'a key that is written': {
    gates: { deploy: 'release' },
    steps: [build, release, command({ key: 'deploy', label: 'Ship', command: 'ship' })],
  },
  'a value': { gates: { ship: release }, steps: [build, release, ship] },
  'a value in a sequence': { gates: { ship: release }, steps: sequence(build, release, ship) },
  'a list of values and keys': { gates: { ship: [release, 'build'] }, steps: [build, release, ship] },
  'a step in a group': { gates: { ship: 'release' }, steps: [build, release, group({ group: 'G', steps: [ship] })] },
  'a step that is not in this build': { gates: { 'deploy-to-mars': 'release' }, steps: [build, release, ship] },
  'a step and a gate that are not in this build': {
    gates: { 'deploy-to-mars': 'launch' },
    steps: [build, release, ship],
  },
  'no gate': { gates: { ship: [] }, steps: [build, release, ship] },
}
