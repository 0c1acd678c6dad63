import { block, command, group, wait } from '@kitewright/core'

const last = command({ key: 'last', command: 'b' })
const first = command({ key: 'first', command: 'a', depends_on: 'last' })

export default {
  'a step behind a wait': [first, wait(), last],
  'a step behind a block': [first, block({ block: 'Release' }), last],
  'a step behind two waits': [first, wait(), command({ command: 'c' }), wait(), last],
  'a step that waits for one behind a wait': [
    first,
    wait(),
    command({ key: 'c', command: 'c' }),
    command({ key: 'last', command: 'b', depends_on: 'c' }),
  ],
  'steps without a key': [command({ command: 'a', depends_on: 'last' }), wait(), last],
  'the wait itself': [command({ key: 'first', command: 'a', depends_on: 'wait' }), wait({ key: 'wait' }), last],
  'a block that waits for what stands behind it': [
    command({ command: 'c' }),
    block({ key: 'release', block: 'Release', depends_on: 'last' }),
    last,
  ],
  'inside a group': [group({ group: 'G', steps: [first, wait(), last] })],
  'a group': [group({ group: 'G', key: 'g', depends_on: 'last', steps: [command({ command: 'c' })] }), wait(), last],
  'a step in a group': [group({ group: 'G', key: 'g', steps: [first] }), wait(), last],
  'a step that may fail': [
    command({ key: 'first', command: 'a', depends_on: [{ step: 'last', allow_failure: true }] }),
    wait(),
    last,
  ],
  'a second dependency': [
    command({ key: 'c', command: 'c' }),
    command({ key: 'first', command: 'a', depends_on: ['c', 'last'] }),
    wait(),
    last,
  ],
}
