import { command } from '@kitewright/core'

const on = (condition: string) => command({ command: 'a', if: condition })

export default {
  'the variable of the condition': [on('build.tag != null'), on('build.pull_request.id == null')],
  'compared with text': [on('build.env("BUILDKITE_TAG") != ""'), on('build.env("BUILDKITE_PULL_REQUEST") != "false"')],
  'a variable that may be missing': [on('build.env("DEPLOY") != null'), on('build.env("BUILDKITE_BRANCH") == null')],
  'a name that is known in the build': [on('build.env(build.tag) != null')],
  'compared with what may be null': [
    on('build.env("BUILDKITE_TAG") == build.branch'),
    on('build.branch != build.env("BUILDKITE_TAG")'),
  ],
  'other comparisons beside it': [on('build.env("BUILDKITE_TAG") == "a" || build.branch == null')],
}
