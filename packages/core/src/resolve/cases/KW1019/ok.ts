import { block, command } from '@kitewright/core'

const release = block({ block: 'Release' })
const ship = command({ label: 'Ship', command: 'ship' })
const steps = [release, ship]

export default {
  'a key': { gates: { ship: 'release' }, steps },
  'a step': { gates: { ship: release }, steps },
  'a list of both': { gates: { ship: ['release', release] }, steps },
  'no gates in this build': { gates: {}, steps },
  'gates that are not there': { gates: undefined, steps },
}
