import { command } from '@kitewright/core'

export default {
  'a commit': [command({ command: 'a', plugins: ['docker-compose#0123456789abcdef0123456789abcdef01234567'] })],
  'of the repository': [command({ command: 'a', plugins: ['./.buildkite/plugins/checks'] })],
}
