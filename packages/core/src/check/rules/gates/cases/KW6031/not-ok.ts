import { command } from '@kitewright/core'

export default {
  'a branch': [command({ label: 'Deploy', command: 'a', if: 'build.branch =~ /main/' })],
  'a tag': [command({ label: 'Publish', command: 'a', if: 'build.tag =~ /v[0-9]+/' })],
}
