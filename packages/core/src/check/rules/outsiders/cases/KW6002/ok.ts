import { command, interpolated } from '@kitewright/core'

export default {
  'another variable': [command({ command: 'a', agents: { queue: interpolated('$QUEUE') } })],
  'a queue that is named': [command({ command: 'a', agents: { queue: 'deploy' } })],
}
