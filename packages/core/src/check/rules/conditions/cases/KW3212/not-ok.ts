import { command } from '@kitewright/core'

const on = (condition: string) => [command({ command: 'a', if: condition })]
const told = (condition: string) => [command({ command: 'a', notify: [{ slack: '#builds', if: condition }] })]

export default {
  true: on('true'),
  false: on('false'),
  'in brackets': on('(true)'),
  'with a comment': on('false // for now'),
  'a notification that is always sent': told('true'),
  'a notification that is never sent': told('false'),
}
