import { command, group, trigger } from '@kitewright/core'

export default {
  'an empty list': [command({ command: 'a', if_changed: [] })],
  'an empty list of files that must match': [command({ command: 'a', if_changed: { include: [] } })],
  'files that do not count, beside an empty list': [
    command({ command: 'a', if_changed: { include: [], exclude: ['docs/**'] } }),
  ],
  'a trigger': [trigger({ trigger: 'shop', if_changed: [] })],
  'a group': [group({ group: 'Tests', if_changed: [], steps: [command({ command: 'a' })] })],
  'in raw': [command({ command: 'a', raw: { if_changed: [] } })],
}
