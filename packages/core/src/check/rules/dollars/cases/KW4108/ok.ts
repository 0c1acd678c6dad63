import { command, interpolated } from '@kitewright/core'

const keyed = (key: string) => [command({ key, command: 'a' })]

export default {
  'no key': [command({ command: 'a' })],
  'a key without a dollar sign': keyed('unit'),
  'an expression': [command({ key: interpolated('unit-$TEAM'), command: 'a' })],
  'a dollar sign at the end': keyed('unit$'),
  'a dollar sign before a digit': keyed('unit-$1'),
  'a dollar sign before an underscore': keyed('unit-$_'),
  'braces around nothing': keyed('unit-${}'),
  'an open brace': keyed('unit-${A'),
  'braces that begin with a hyphen': keyed('unit-${-A}'),
}
