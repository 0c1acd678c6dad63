import { block, command, group, input, wait } from '@kitewright/core'

const last = command({ key: 'last', command: 'b' })
const first = command({ command: 'a', depends_on: 'last' })

export default {
  'a step further down, in the same part': [first, last],
  'a step further down, that names what it waits for': [
    first,
    wait(),
    command({ command: 'c' }),
    command({ key: 'last', command: 'b', depends_on: [] }),
  ],
  'a step further up': [last, wait(), command({ command: 'c' }), wait(), command({ command: 'd' })],
  'an input, which waits for nothing': [
    first,
    wait(),
    command({ command: 'c' }),
    input({ key: 'last', input: 'Name' }),
  ],
  'an input, for which nothing waits': [
    input({ input: 'Name', depends_on: 'last' }),
    command({ command: 'c' }),
    wait(),
    last,
  ],
  'a step in a group with a wait of its own': [
    group({ group: 'G', steps: [command({ key: 'c', command: 'c' }), wait(), last] }),
    command({ command: 'a', depends_on: 'c' }),
  ],
  'a block that names what it waits for': [
    command({ key: 'c', command: 'c' }),
    first,
    block({ key: 'release', block: 'Release', depends_on: 'c' }),
    last,
  ],
}
