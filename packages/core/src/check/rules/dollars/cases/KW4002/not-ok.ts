import { block, command, group } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]

export default {
  'before a name': run('echo $$HOME'),
  'before braces': run('echo $${HOME}'),
  'before braces with a default': run('echo $${TAG:-none}'),
  'a name of one letter': run('echo $$A'),
  'lower case': run('for f in *; do echo $$f; done'),
  'two of them, of which the first is told': run('echo $$ONE $$TWO'),
  'in the environment': [command({ command: 'a', env: { TAG: 'git-$$COMMIT' } })],
  'in a label': [command({ label: 'to $$TARGET', command: 'a' })],
  'where the agent interpolates nothing': [command({ command: 'a', checkout: { ssh_secret: '$$KEY' } })],
  'in a list': [command({ command: ['a', 'echo $$HOME'] })],
  'in raw': [command({ command: 'a', raw: { to_come: '$$X' } })],
  'in a block': [block({ block: 'Go', prompt: '$$TAG?' }), command({ command: 'a' })],
  'in a group': [group({ group: 'Tests', steps: run('echo $$HOME') })],
  'of the pipeline': { env: { A: '$$COMMIT' }, steps: run('a') },
}
