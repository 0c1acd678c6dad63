import { block, command, trigger } from '@kitewright/core'

const labelled = (label: string) => [command({ label, command: 'a' })]

export default {
  'a command': [command({ command: 'echo $HOME ${HOME}' })],
  'a variable of the environment': [command({ command: 'a', env: { A: '$HOME' } })],
  'paths of artifacts': [command({ command: 'a', artifact_paths: '$DIR/*' })],
  'a price': labelled('Costs 5$'),
  'an amount': labelled('$5'),
  'one letter': labelled('$A'),
  'lower case without braces': labelled('$home'),
  'lower case after upper case': labelled('$HOMe'),
  'braces around a digit': labelled('${1}'),
  'an open brace': labelled('${HOME'),
  'the environment of a build that is triggered': [trigger({ trigger: 'deploy', build: { env: { A: '$HOME' } } })],
  'another attribute of a trigger': [trigger({ trigger: 'deploy', raw: { to_come: '$HOME' } })],
  'what only a trigger has, on another step': [command({ command: 'a', raw: { build: { branch: '$HOME' } } })],
  'a hint of a field': [
    block({ block: 'Go', fields: [{ text: 'Where', key: 'where', hint: 'such as $HOME' }] }),
    command({ command: 'a' }),
  ],
  'a condition': [command({ command: 'a', if: 'build.env("A") == "$HOME"' })],
}
