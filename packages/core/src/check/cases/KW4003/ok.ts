import { command } from '@kitewright/core'

export default {
  'a whole pair': [command({ command: 'echo 😀' })],
  'two pairs': [command({ command: 'echo 😀😀' })],
  'the characters beside them': [command({ command: 'echo \ud7ff\ue000' })],
  'a whole pair as a name': [command({ command: 'a', env: { '😀': '1' } })],
}
