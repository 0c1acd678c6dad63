import { command } from '@kitewright/core'

export default {
  'from its beginning': [command({ label: 'Deploy', command: 'a', if: 'build.branch =~ /^main$/' })],
  'to its end': [command({ label: 'Deploy', command: 'a', if: 'build.branch =~ /-release$/' })],
  'a beginning': [command({ label: 'Deploy', command: 'a', if: 'build.tag =~ /^v/' })],
  'another step': [command({ label: 'Unit', command: 'a', if: 'build.branch =~ /main/' })],
  'left out': [command({ label: 'Deploy', command: 'a', if: 'build.branch !~ /wip/' })],
}
