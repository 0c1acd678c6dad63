import { command, group, wait } from '@kitewright/core'

const step = (label: string, more: object = {}) => command({ label, command: 'a', ...more })

export default {
  'one of two is named': [step('Unit'), step('Lint'), wait({ depends_on: 'unit' }), step('Image')],
  'the last is named': [step('Unit'), step('Lint'), wait({ depends_on: 'lint' }), step('Image')],
  'in a group': [
    group({ group: 'Tests', steps: [step('Unit'), step('Lint'), wait({ depends_on: 'unit' }), step('Image')] }),
  ],
}
