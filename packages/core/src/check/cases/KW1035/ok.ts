import { block, command, interpolated, matrix } from '@kitewright/core'

const unit = command({ command: 'npm test' })
const keyed = (key: string) => [block({ block: 'Go', fields: [{ text: 'Summary', key }] }), unit]
const named = (name: string) => [
  command({ command: `npm test {{matrix.${name}}}`, matrix: matrix({ [name]: ['a', 'b'] }) }),
]

export default {
  'a key of a field': keyed('release-notes'),
  'every character that is allowed in it': keyed('azAZ09-_/'),
  'a key that the agent fills in': [
    block({ block: 'Go', fields: [{ text: 'Summary', key: interpolated('$KEY') }] }),
    unit,
  ],
  'a name of a dimension': named('node_version'),
  'every character that is allowed in one': named('azAZ09_'),
}
