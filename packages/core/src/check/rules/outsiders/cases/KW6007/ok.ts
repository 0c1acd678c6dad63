import { command } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]

export default {
  'in double quotes': run('notes "$BUILDKITE_MESSAGE"'),
  'set to another variable': run('branch=$BUILDKITE_BRANCH'),
  'in a test': run('[[ $BUILDKITE_BRANCH == main ]]'),
  'in single quotes': run("notes '$BUILDKITE_MESSAGE'"),
  'another variable': run('notes $HOME'),
  'in a document': run('cat <<END\n$BUILDKITE_MESSAGE\nEND'),
}
