import { command, group } from '@kitewright/core'

const on = (condition: string) => [command({ command: 'a', if: condition })]
const unit = command({ label: 'Unit', command: 'npm test' })

export default {
  'no text': on(''),
  blanks: on(' \n\t'),
  'a comment alone': on('// every build'),
  'a group': [group({ group: 'Tests', if: '', steps: [unit] })],
  'a notification of a step': [command({ command: 'a', notify: [{ slack: '#builds', if: '' }] })],
  'a notification of the pipeline': { notify: [{ slack: '#builds', if: ' ' }], steps: [unit] },
  'in raw': [command({ command: 'a', raw: { if: '' } })],
}
