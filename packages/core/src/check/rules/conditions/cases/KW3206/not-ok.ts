import { command } from '@kitewright/core'

const on = (condition: string) => [command({ command: 'a', if: condition })]
const told = (condition: string) => [command({ command: 'a', notify: [{ slack: '#builds', if: condition }] })]

export default {
  'a text': on('build.branch'),
  'a text in quotes': on('"main"'),
  'a variable of the environment': on('$DEPLOY'),
  'a function': on('env("DEPLOY")'),
  'a number': on('build.number'),
  'a fixed word': on('build.source'),
  'a list': on('build.creator.teams'),
  'a regular expression': on('/main/'),
  nothing: on('null'),
  'a choice of texts': on('build.tag == null ? "a" : "b"'),
  'a notification': told('step.key'),
}
