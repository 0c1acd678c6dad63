import { command } from '@kitewright/core'

export default {
  'left out by the message': [command({ label: 'Deploy', command: 'a', if: 'build.message !~ /skip/' })],
  'another step': [command({ label: 'Unit', command: 'a', if: 'build.message =~ /unit/' })],
  'the branch': [command({ label: 'Deploy', command: 'a', if: 'build.branch == "main"' })],
}
