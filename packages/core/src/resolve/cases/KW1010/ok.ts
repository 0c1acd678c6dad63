import { command, group } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test' })
const lint = command({ label: 'Lint', command: 'lint' })

export default {
  'two groups beside each other': [group({ group: 'A', steps: [unit] }), group({ group: 'B', steps: [lint] })],
  'groups in a nested list': [[group({ group: 'A', steps: [unit] })]],
  'a list in a group': [group({ group: 'A', steps: [[unit], [[lint]]] })],
}
