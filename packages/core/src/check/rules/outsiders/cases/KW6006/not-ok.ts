import { command, interpolated } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]

export default {
  eval: run('eval "deploy $BUILDKITE_BRANCH"'),
  'sh -c': run('sh -c "deploy $BUILDKITE_BRANCH"'),
  'in a container': run('docker run node:22 bash -ec "npm run $BUILDKITE_TAG"'),
  ssh: run('ssh host "deploy ${BUILDKITE_BRANCH}"'),
  'an answer to a block': run('sh -c "deploy $(buildkite-agent meta-data get target)"'),
  'by way of the env of the step': [
    command({ command: 'sh -c "deploy $TARGET"', env: { TARGET: interpolated('$BUILDKITE_BRANCH') } }),
  ],
  'left to the shell by the upload': [command({ command: interpolated('eval "deploy $$BUILDKITE_BRANCH"') })],
}
