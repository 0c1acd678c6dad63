import { block, command } from '@kitewright/core'

export default {
  'before a deploy': [block({ block: 'Ship' }), command({ label: 'Deploy', command: 'a' })],
}
