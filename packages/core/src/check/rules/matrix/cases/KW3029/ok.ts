import { command } from '@kitewright/core'

export default {
  'a token alone': [command({ command: 'make {{matrix}}', matrix: ['a', 'b'] })],
  'a variable beside a token': [command({ command: 'make $TARGET {{matrix}}', matrix: ['a', 'b'] })],
}
