import { block, command, group } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test', timeout_in_minutes: 5, retry: { manual: false } })
const absent = command({ label: 'Absent', command: 'absent' })
const lint = command({ label: 'Lint', command: 'lint' })
const gate = block({ block: 'Absent', prompt: 'Sure?' })

export default {
  'a step left out': [lint, command({ command: 'deploy', depends_on: absent })],
  'a step left out, in a list': [lint, command({ command: 'deploy', depends_on: [lint, absent] })],
  'a step left out that may fail': [lint, command({ command: 'deploy', depends_on: [{ step: absent }] })],
  'a block left out': [lint, command({ command: 'deploy', depends_on: gate })],
  'a step in a group depends on it': [
    lint,
    group({ group: 'Deploys', steps: [command({ command: 'deploy', depends_on: absent })] }),
  ],
  'the original of a copy that stands there': [
    lint,
    command({ ...unit, label: 'Unit again' }),
    command({ command: 'deploy', depends_on: unit }),
  ],
  'a copy that shares half of its attributes': [
    command({ label: 'Other', command: 'npm test', timeout_in_minutes: 5, retry: {} }),
    command({ command: 'deploy', depends_on: unit }),
  ],
  'a copy that shares less than half of them': [
    command({ label: 'Other', command: 'npm test', timeout_in_minutes: 6, retry: {} }),
    command({ command: 'deploy', depends_on: unit }),
  ],
  'a copy that shares a third of six': [
    command({ label: 'Other', command: 'npm test', timeout_in_minutes: 5, priority: 1, image: 'a', parallelism: 2 }),
    command({
      command: 'deploy',
      depends_on: command({ ...unit, priority: 2, image: 'b' }),
    }),
  ],
  'a copy that shares the only attribute': [
    command({ label: 'Other', command: 'npm test' }),
    command({ command: 'deploy', depends_on: command({ command: 'npm test' }) }),
  ],
  'two copies, of which the second shares more': [
    command({ ...unit, label: 'First', command: 'npm start' }),
    command({ ...unit, label: 'Second' }),
    command({ command: 'deploy', depends_on: unit }),
  ],
  'two copies that share as much: the first is named': [
    command({ ...unit, label: 'First' }),
    command({ ...unit, label: 'Second' }),
    command({ command: 'deploy', depends_on: unit }),
  ],
  'a step of another kind that shares all of its attributes': [
    command({ ...(gate as object), command: 'x', raw: { block: 'Absent', prompt: 'Sure?' } } as never),
    command({ command: 'deploy', depends_on: gate }),
  ],
  'a step without attributes': [lint, command({ command: 'deploy', depends_on: command({} as never) })],
}
