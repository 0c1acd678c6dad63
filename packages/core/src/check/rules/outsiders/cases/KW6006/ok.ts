import { command } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]

export default {
  'as an argument': run(`sh -c 'deploy "$1"' _ "$BUILDKITE_BRANCH"`),
  'another variable': run('eval "deploy $TARGET"'),
  'no second shell': run('deploy "$BUILDKITE_BRANCH"'),
  'a script': run('sh deploy.sh "$BUILDKITE_BRANCH"'),
  'what is printed': run('eval "$(ssh-agent -s)"'),
  'a name that is set to something else': [command({ command: 'eval "$BUILDKITE_TAG"', env: { BUILDKITE_TAG: 'a' } })],
  'what cannot be read': run('eval "$BUILDKITE_COMMIT'),
}
