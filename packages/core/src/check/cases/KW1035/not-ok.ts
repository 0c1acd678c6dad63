import { block, command, input } from '@kitewright/core'

const unit = command({ command: 'npm test' })
const keyed = (key: string) => [block({ block: 'Go', fields: [{ text: 'Summary', key }] }), unit]

export default {
  'space in the key of a field': keyed('release notes'),
  'a dot': keyed('release.notes'),
  'a letter that is not ASCII': keyed('nötes'),
  'a line break at its end': keyed('notes\n'),
  'no key': keyed(''),
  'the key of a select field': [
    input({ input: 'Notes', fields: [{ select: 'A', key: 'a b', options: [{ label: 'x', value: 'y' }] }] }),
    unit,
  ],
}
