import { command } from '@kitewright/core'

const on = (condition: string) => [command({ command: 'a', if: condition })]
const told = (condition: string) => [command({ command: 'a', notify: [{ slack: '#builds', if: condition }] })]

export default {
  'a slip': on('build.branhc == "main"'),
  'another case': on('build.Branch == "main"'),
  'nothing alike': on('build.weather == "fine"'),
  'a word without quotes': on('build.branch == main'),
  'the repository of a pull request': on('build.pull_request_repo == "a"'),
  'the repository of a build': on('build.repository == "a"'),
  'the number of a pull request': on('build.pull_request.number == "1"'),
  'a pull request': on('build.pr == "1"'),
  'the name of a pipeline': on('pipeline.name == "shop"'),
  'the name of an organisation': on('organization.name == "acme"'),
  'the branch alone': on('branch == "main"'),
  'the tag alone': on('tag == "v1"'),
  'the environment as a whole': on('env == "a"'),
  'the environment of the build as a whole': on('build.env == "a"'),
  'the environment by a dot': on('build.env.DEPLOY == "yes"'),
  'the environment by a dot, without its build': on('env.DEPLOY == "yes"'),
  'meta-data': on('build.meta_data.name == "a"'),
  'meta-data in one word': on('metadata == "a"'),
  'a slip in what only the notifications of a step have': on('step.outcom == "passed"'),
  'a slip in the notification of a step': told('step.outcom == "passed"'),
  'a variable that is called': on('build.fixed() == "a"'),
  'a variable that is called in the notification of a step': told('build.state() == "a"'),
  'a function by a slip': on('build.enw("DEPLOY") == "yes"'),
  'another function': on('contains(build.branch, "main")'),
}
