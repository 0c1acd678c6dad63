import { command, interpolated } from '@kitewright/core'

export default {
  'one pattern': [command({ command: 'a', if_changed: 'src/**' })],
  'a list of one': [command({ command: 'a', if_changed: ['src/**'] })],
  'files that must match': [command({ command: 'a', if_changed: { include: ['src/**'] } })],
  'no file that does not count': [command({ command: 'a', if_changed: { include: 'src/**', exclude: [] } })],
  'what the agent fills in': [command({ command: 'a', if_changed: interpolated('$FILES') })],
  'no condition': [command({ command: 'a' })],
}
