import { command } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]

export default {
  'a message': run('notes $BUILDKITE_MESSAGE'),
  'who continued a block': run('notes $BUILDKITE_UNBLOCKER'),
  'in braces': run('notes ${BUILDKITE_MESSAGE}'),
  'a part of a word': run('git checkout origin/$BUILDKITE_BRANCH'),
  'what a loop goes through': run('for label in $BUILDKITE_PULL_REQUEST_LABELS; do make; done'),
  'kept in a variable': run('tag=$BUILDKITE_TAG\ndocker push app:$tag'),
  'an answer to a block': run('deploy $(buildkite-agent meta-data get target)'),
}
