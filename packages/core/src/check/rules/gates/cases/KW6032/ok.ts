import { command } from '@kitewright/core'

export default {
  'and no pull request': [
    command({ label: 'Deploy', command: 'a', if: 'build.branch == "main" && build.pull_request.id == null' }),
  ],
  'a tag': [command({ label: 'Deploy', command: 'a', if: 'build.tag == "v1"' })],
  'another step': [command({ label: 'Unit', command: 'a', if: 'build.branch == "main"' })],
}
