import { command, group } from '@kitewright/core'

const on = (condition: string) => [command({ command: 'a', if: condition })]
const notify = [{ slack: '#builds', if: 'step.outcome == "hard_failed"' }]
const unit = command({ label: 'Unit', command: 'npm test' })

export default {
  'the id of the step': on('step.id == "a"'),
  'the key of the step': on('step.key == "a"'),
  'the label of the step': on('step.label == "a"'),
  'the type of the step': on('step.type == "command"'),
  'the state of the step': on('step.state == "running"'),
  'the outcome of the step': on('step.outcome == "passed"'),
  'in a notification of a group': [group({ group: 'Tests', notify, steps: [unit] })],
  'in a notification of the pipeline': { notify, steps: [unit] },
}
