import { block, command } from '@kitewright/core'

const build = command({ label: 'Build', command: 'make' })
const release = block({ block: 'Release' })
const ship = command({ label: 'Ship', command: 'ship' })
const steps = [build, release, ship]

export default {
  'another gate': { gates: { ship: 'approval' }, steps },
  'a slip in the gate': { gates: { ship: 'relaese' }, steps },
  'the label of the gate': { gates: { ship: 'Release' }, steps },
  'a slip in the step': { gates: { shipp: 'release' }, steps },
  'a step that is not in this build': { gates: { 'deploy-to-mars': 'release' }, steps },
  'a step and a gate that are not in this build': { gates: { 'deploy-to-mars': 'launch' }, steps },
  'a step without a name': { gates: { '': 'release' }, steps },
  'a slip in the step, with two gates': { gates: { shipp: ['release', 'build'] }, steps },
  'the second of two gates': { gates: { ship: ['release', 'approval'] }, steps },
  'a block that is not in the pipeline': { gates: { ship: block({ block: 'Approval' }) }, steps },
  'a block with a key that is not in the pipeline': { gates: { ship: block({ block: 'Approval', key: 'go' }) }, steps },
  'a command that is not in the pipeline': { gates: { ship: command({ label: 'Lint', command: 'lint' }) }, steps },
  'a command without a name that is not in the pipeline': { gates: { ship: command({ command: 'lint' }) }, steps },
  'a copy of the gate': { gates: { ship: block({ ...release }) }, steps },
}
