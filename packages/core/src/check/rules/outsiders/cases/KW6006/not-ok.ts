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
  'printed into a shell': run('echo "deploy $BUILDKITE_BRANCH" | bash -e'),
  'in a document for a shell': run('sh <<END\ndeploy $BUILDKITE_TAG\nEND'),
  'in a document, by way of cat': run('cat <<END | sudo sh\ndeploy $BUILDKITE_TAG\nEND'),
  'kept in a variable': run('target="$BUILDKITE_TAG"\neval "deploy $target"'),
  'an answer kept in a variable': run('to=$(buildkite-agent meta-data get target)\nsh -c "deploy $to"'),
  'an answer that is a program': run('buildkite-agent meta-data get script | sh'),
  'left to the shell by the upload': [command({ command: interpolated('eval "deploy $$BUILDKITE_BRANCH"') })],
}
