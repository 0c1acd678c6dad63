import { block, command, trigger } from '@kitewright/core'

const labelled = (label: string) => [command({ label, command: 'a' })]

export default {
  'a command': [command({ command: 'echo $HOME ${HOME}' })],
  'paths of artifacts': [command({ command: 'a', artifact_paths: '$DIR/*' })],
  'a price': labelled('Costs 5$'),
  'an amount': labelled('$5'),
  'one letter': labelled('$A'),
  'lower case without braces': labelled('$home'),
  'lower case after upper case': labelled('$HOMe'),
  'braces around a digit': labelled('${1}'),
  'an open brace': labelled('${HOME'),
  'another attribute of a trigger': [trigger({ trigger: 'deploy', raw: { to_come: '$HOME' } })],
  'what only a trigger has, on another step': [command({ command: 'a', raw: { build: { branch: '$HOME' } } })],
  'a hint of a field': [
    block({ block: 'Go', fields: [{ text: 'Where', key: 'where', hint: 'such as $HOME' }] }),
    command({ command: 'a' }),
  ],
  'a condition': [command({ command: 'a', if: 'build.env("A") == "$HOME"' })],
  "a shell's variable in a plugin's option": [
    command({ command: 'a', plugins: [{ 'docker#v5.12.0': { volumes: ['$HOME:/root'] } }] }),
  ],
  "Buildkite's in an option that a shell runs": [
    command({ command: 'a', plugins: [{ 'docker#v5.12.0': { command: ['sh', '-c', 'echo $BUILDKITE_COMMIT'] } }] }),
  ],
  'what an artifact is named': [command({ command: 'a', artifact_paths: 'out/$HOME' })],
}
