import { command, interpolated } from '@kitewright/core'

const run = (text: string) => [command({ command: interpolated(text) })]

export default {
  'read by the shell': [command({ command: 'echo "$BUILDKITE_BRANCH"' })],
  'left to the shell': run('echo "$$BUILDKITE_BRANCH"'),
  'the commit': run('echo $BUILDKITE_COMMIT'),
  'the number': run('echo $BUILDKITE_BUILD_NUMBER'),
  'a name that is set to something else': { env: { BUILDKITE_MESSAGE: 'a' }, steps: run('echo $BUILDKITE_MESSAGE') },
  'in the label': [command({ label: interpolated('Build $BUILDKITE_BRANCH'), command: 'true' })],
}
