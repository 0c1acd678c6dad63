import { command, interpolated } from '@kitewright/core'

const run = (text: string) => [command({ command: interpolated(text) })]

export default {
  'in double quotes': run('echo "$BUILDKITE_BRANCH"'),
  'in single quotes': run("echo '$BUILDKITE_MESSAGE'"),
  'in braces, a part': run('echo ${BUILDKITE_TAG:0:7}'),
  'as a default': run('echo ${NAME:-$BUILDKITE_BRANCH}'),
  'the author': run('echo $BUILDKITE_BUILD_AUTHOR'),
  'what a deployment on GitHub is for': run('deploy $BUILDKITE_GITHUB_DEPLOYMENT_ENVIRONMENT'),
  'of a list': [command({ command: ['true', interpolated('echo $BUILDKITE_PULL_REQUEST_REPO')] })],
  "by way of the pipeline's env": {
    env: { TAG: interpolated('v-$BUILDKITE_BRANCH'), NAME: interpolated('$TAG') },
    steps: run('docker build -t $NAME .'),
  },
}
