import { command, interpolated } from '@kitewright/core'

export default {
  'a method alone': [command({ command: 'deploy', concurrency_method: 'eager' })],
  'the method that is the default': [command({ command: 'deploy', concurrency_method: 'ordered' })],
  'a method that the agent fills in': [command({ command: 'deploy', concurrency_method: interpolated('$METHOD') })],
  'a method in raw': [command({ command: 'deploy', raw: { concurrency_method: 'eager' } })],
}
