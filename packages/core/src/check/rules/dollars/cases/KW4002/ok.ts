import { command, interpolated } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]

export default {
  "a shell's variable": run('echo $HOME'),
  "a shell's variable in braces": run('echo ${HOME}'),
  "Buildkite's variable, as a shell reads it": run('echo $BUILDKITE_COMMIT'),
  'a name that begins otherwise': run('echo ${MY_BUILDKITE_COMMIT}'),
  'a name in lower case': run('echo ${BUILDKITE_commit}'),
  'a name that has nothing more': run('echo ${BUILDKITE_}'),
  'no closing brace': run('echo ${BUILDKITE_COMMIT'),
  'two dollar signs apart': run('echo $A $B'),
  'an expression': [command({ command: interpolated('echo ${BUILDKITE_COMMIT} $$') })],
  'the name of a variable': [command({ command: 'a', env: { $$A: '1' } })],
}
