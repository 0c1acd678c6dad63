import { command } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]

export default {
  'a message': run('notes $BUILDKITE_MESSAGE'),
  'in braces': run('notes ${BUILDKITE_MESSAGE}'),
  'a part of a word': run('git checkout origin/$BUILDKITE_BRANCH'),
  'an answer to a block': run('deploy $(buildkite-agent meta-data get target)'),
}
