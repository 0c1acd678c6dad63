import { command, interpolated } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]

export default {
  "a shell's variable": run('echo $HOME'),
  "a shell's variable in braces": run('echo ${HOME}'),
  "Buildkite's variable": run('echo ${BUILDKITE_COMMIT:0:7}'),
  "the number of a shell's process": run('echo $$'),
  "the number of a shell's process in a name": run('mkdir /tmp/build-$$.d'),
  'two dollar signs before a digit': run('echo $$1'),
  'two dollar signs before braces around nothing': run('echo $${}'),
  'two dollar signs apart': run('echo $A $B'),
  'an expression': [command({ command: interpolated('echo ${BUILDKITE_COMMIT} $$HOME') })],
  'the name of a variable': [command({ command: 'a', env: { $$A: '1' } })],
}
