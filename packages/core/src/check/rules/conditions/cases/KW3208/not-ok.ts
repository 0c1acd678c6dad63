import { command } from '@kitewright/core'

const on = (condition: string) => [command({ command: 'a', if: condition })]

export default {
  'no name': on('env("") == "a"'),
  'a dollar sign': on('env(\'$DEPLOY\') == "a"'),
  'a dollar sign and braces': on('build.env(\'${DEPLOY}\') == "a"'),
  'a hyphen': on('env("DEPLOY-TO") == "a"'),
  'a blank at the end': on('env("DEPLOY ") == "a"'),
  'what conditions do not see': on('build.env("BUILDKITE_AGENT_NAME") == "a"'),
  'a slip in what they see': on('env("BUILDKITE_BRANCHES") == "a"'),
  'the labels of a pull request': on('build.env("BUILDKITE_PULL_REQUEST_LABELS") == "a"'),
}
