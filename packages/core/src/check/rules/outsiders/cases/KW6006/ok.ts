import { command } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]

export default {
  'as an argument': run(`sh -c 'deploy "$1"' _ "$BUILDKITE_BRANCH"`),
  'another variable': run('eval "deploy $TARGET"'),
  'no second shell': run('deploy "$BUILDKITE_BRANCH"'),
  'a script': run('sh deploy.sh "$BUILDKITE_BRANCH"'),
  'what is printed': run('eval "$(ssh-agent -s)"'),
  'a name that is set to something else': [command({ command: 'eval "$BUILDKITE_TAG"', env: { BUILDKITE_TAG: 'a' } })],
  'printed into a script': run('echo "$BUILDKITE_BRANCH" | sh deploy.sh'),
  'in a document in quotes': run('sh <<\'END\'\ndeploy "$BUILDKITE_TAG"\nEND'),
  'in the address of a download': run('curl "https://example.com/$BUILDKITE_TAG" | sh'),
  'made harmless in a variable': run('t=$(echo "$BUILDKITE_TAG" | tr -cd a-z)\neval "deploy $t"'),
  'an answer that is no program': run('buildkite-agent meta-data get notes | sh notes.sh'),
  'a pipeline in a file': run('echo "$BUILDKITE_TAG" | buildkite-agent pipeline upload more.yml'),
  'what cannot be read': run('eval "$BUILDKITE_COMMIT'),
}
