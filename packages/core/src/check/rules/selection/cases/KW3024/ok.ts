import { command, interpolated } from '@kitewright/core'

export default {
  'one name': [command({ command: 'a', branches: 'main' })],
  'names separated by blanks': [command({ command: 'a', branches: 'main develop' })],
  'a list': [command({ command: 'a', branches: ['main', 'release/*', '!release/old'] })],
  'other characters of names': [command({ command: 'a', branches: 'a.b a_b a-b a/b a#b a@b a+b a:b a&b' })],
  'an empty list': [command({ command: 'a', branches: [] })],
  'what the agent fills in': [command({ command: 'a', branches: interpolated('main,$BRANCH') })],
}
