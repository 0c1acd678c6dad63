import { command, group, ifPresent, sequence } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test' })
const absent = command({ label: 'Absent', command: 'absent' })

export default {
  'a step of the list': [unit, command({ command: 'deploy', depends_on: unit })],
  'a step that stands later': [command({ command: 'deploy', depends_on: unit }), unit],
  'a step of a group': [group({ group: 'Tests', steps: [unit] }), command({ command: 'deploy', depends_on: unit })],
  'a step of a nested list': [[[unit]], command({ command: 'deploy', depends_on: [[unit]] })],
  'a step left out, if it is present': [unit, command({ command: 'deploy', depends_on: ifPresent(absent) })],
  'a step left out, if it is present, in a list': [
    unit,
    command({ command: 'deploy', depends_on: [unit, ifPresent(absent)] }),
  ],
  'a step that is there, if it is present': [unit, command({ command: 'deploy', depends_on: ifPresent(unit) })],
  'a step that may be present and may fail': [
    unit,
    command({ command: 'deploy', depends_on: [{ step: ifPresent(absent), allow_failure: true }] }),
  ],
  'an original that a sequence placed': [
    sequence(unit, command({ label: 'Image', command: 'build' })),
    command({ command: 'deploy', depends_on: unit }),
  ],
}
