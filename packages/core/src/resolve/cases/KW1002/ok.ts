import { command, externalStep, group, matrix, sequence, wait } from '@kitewright/core'

const unit = command({ label: ':test_tube: Unit', command: 'npm test' })
const lint = command({ key: 'lint', command: 'npm run lint' })

export default {
  'a key': [lint, command({ command: 'deploy', depends_on: 'lint' })],
  'a key of a later step': [command({ command: 'deploy', depends_on: 'lint' }), lint],
  'a key that comes from a label': [unit, command({ command: 'deploy', depends_on: 'unit' })],
  'a key in a list, beside what vanishes': [
    lint,
    command({ command: 'deploy', depends_on: ['lint', '', false, null, undefined] }),
  ],
  'a key of a step that may fail': [
    lint,
    command({ command: 'deploy', depends_on: [{ step: 'lint', allow_failure: true }] }),
  ],
  'a key of a step in a group': [
    group({ group: 'Tests', steps: [lint] }),
    command({ command: 'deploy', depends_on: 'lint' }),
  ],
  'a key of a group': [group({ group: 'Tests', steps: [lint] }), command({ command: 'deploy', depends_on: 'tests' })],
  'a key of a wait': [lint, wait({ key: 'tested' }), command({ command: 'deploy', depends_on: 'tested' })],
  'a key of another upload': [command({ command: 'deploy', depends_on: externalStep('lint') })],
  'the key of a matrix': [
    command({ key: 'node', command: 'npm test {{matrix.version}}', matrix: matrix({ version: ['22', '24'] }) }),
    command({ command: 'deploy', depends_on: 'node' }),
  ],
  'a key inside a sequence': sequence(lint, command({ command: 'deploy', depends_on: 'lint' })),
}
