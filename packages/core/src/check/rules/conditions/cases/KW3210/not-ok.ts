import { command } from '@kitewright/core'

const on = (condition: string) => [command({ command: 'a', if: condition })]

export default {
  'a tag': on('build.env("BUILDKITE_TAG") != null'),
  'a message': on('build.env("BUILDKITE_MESSAGE") != null'),
  'a pull request': on('build.env("BUILDKITE_PULL_REQUEST") != null'),
  'the base of a pull request': on('build.env("BUILDKITE_PULL_REQUEST_BASE_BRANCH") != null'),
  'the repository of a pull request': on('build.env("BUILDKITE_PULL_REQUEST_REPO") != null'),
  'the base branch of a merge queue': on('build.env("BUILDKITE_MERGE_QUEUE_BASE_BRANCH") != null'),
  'the base commit of a merge queue': on('build.env("BUILDKITE_MERGE_QUEUE_BASE_COMMIT") != null'),
  'equal to nothing': on('build.env("BUILDKITE_TAG") == null'),
  'nothing in front': on('null != build.env("BUILDKITE_TAG")'),
  'a number compared with false': on('build.pull_request.id == "false"'),
  'a number compared with no text': on('"" != build.pull_request.id'),
  'the other function': on('env("BUILDKITE_TAG") != null'),
  'inside a longer condition': on('build.branch == "main" && !(build.env("BUILDKITE_TAG") == null)'),
  'in a notification': [
    command({ command: 'a', notify: [{ slack: '#builds', if: 'build.env("BUILDKITE_TAG") != null' }] }),
  ],
}
