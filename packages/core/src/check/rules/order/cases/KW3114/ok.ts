import { command, wait } from '@kitewright/core'

const step = (label: string, more: object = {}) => command({ label, command: 'a', ...more })

export default {
  'a wait for all': [step('Unit'), step('Lint'), wait(), step('Image')],
  'all are named': [step('Unit'), step('Lint'), wait({ depends_on: ['unit', 'lint'] }), step('Image')],
  'all are waited for through one': [
    step('Unit'),
    step('Lint', { depends_on: 'unit' }),
    wait({ depends_on: 'lint' }),
    step('Image'),
  ],
  'none before it is left': [step('Unit'), wait({ depends_on: 'unit' }), step('Image')],
}
