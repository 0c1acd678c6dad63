import { command } from '@kitewright/core'

export default {
  'a branch': [command({ label: 'Deploy', command: 'a', if: 'build.branch == "main"' })],
}
