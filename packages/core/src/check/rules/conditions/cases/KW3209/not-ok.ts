import { command, group } from '@kitewright/core'

const told = (condition: string) => [command({ command: 'a', notify: [{ slack: '#builds', if: condition }] })]

export default {
  'the state of the build': told('build.state == "failed"'),
  'beside another comparison': told('build.branch == "main" && build.state == "failed"'),
  'inside a negation': told('!(build.state == "failed")'),
  'inside a choice': told('build.state == "failed" ? build.tag == null : build.tag == "a"'),
  'inside what is chosen': told('build.tag == null ? build.state == "failed" : build.tag == "a"'),
  'inside what is chosen otherwise': told('build.tag == null ? build.tag == "a" : build.state == "failed"'),
  'inside a function': told('env(build.state) == "a"'),
  'the second notification': [
    command({ command: 'a', notify: [{ slack: '#all' }, { slack: '#builds', if: 'build.state == "failed"' }] }),
  ],
  'a step in a group': [group({ group: 'Tests', steps: told('build.state == "failed"') })],
}
