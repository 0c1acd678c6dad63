import { command, interpolated } from '@kitewright/core'

const keyed = (key: string) => [command({ key, command: 'npm test' })]

export default {
  'no key': [command({ command: 'npm test' })],
  'a key that is undefined': [command({ key: undefined, command: 'npm test' })],
  'one letter': keyed('a'),
  'every character that is allowed': keyed('azAZ09_-:.,'),
  'digits alone': keyed('2024'),
  braces: keyed('{unit}'),
  'a dollar sign that begins no variable': keyed('unit$'),
  'a hundred characters': keyed('k'.repeat(100)),
  'an expression': [command({ key: interpolated('unit-${BUILDKITE_BRANCH}'), command: 'npm test' })],
}
