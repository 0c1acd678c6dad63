import { command } from '@kitewright/core'

const unpinned = { command: 'a', plugins: ['ours/checks'] }

export default {
  'a reason': [command({ ...unpinned, allow: { KW5001: 'our own repository' } })],
  'a reason of one letter': [command({ ...unpinned, allow: { KW5001: 'x' } })],
}
