import { command, group } from '@kitewright/core'

const unit = command({ label: 'Unit', command: 'npm test' })
const lint = command({ label: 'Lint', command: 'lint' })
const inner = group({ group: 'Inner', steps: [unit] })

export default {
  'a group alone in a group': [group({ group: 'Outer', steps: [inner] })],
  'a group beside a step': [group({ group: 'Outer', steps: [lint, inner] })],
  'a group in a list of a group': [group({ group: 'Outer', steps: [lint, [[inner]]] })],
  'groups without keys': [group({ group: ':a:', steps: [group({ group: ':b:', steps: [unit] })] })],
}
