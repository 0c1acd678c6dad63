import { command } from '@kitewright/core'

const told = (condition: string) => command({ command: 'a', notify: [{ slack: '#builds', if: condition }] })

export default {
  'in the notification of a step': [
    told('step.id == "a" || step.key == "b" || step.label == "c"'),
    told('step.type == "command" && step.state == "failing" && step.outcome == "hard_failed"'),
  ],
  'text in a condition': [command({ command: 'a', if: 'build.message == "step.key"' })],
}
