import { command, group } from '@kitewright/core'

export default {
  'steps of one version': [command({ command: 'a' }), group({ group: 'g', steps: [command({ command: 'b' })] })],
}
