import { command, interpolated } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]

export default {
  'in a document': run('buildkite-agent pipeline upload <<END\nsteps: [{ label: $BUILDKITE_TAG }]\nEND'),
  'by way of cat': run(
    'cat <<-END | buildkite-agent pipeline upload --replace\nsteps: [{ label: "$BUILDKITE_MESSAGE" }]\nEND',
  ),
  'an answer': run(
    'to=$(buildkite-agent meta-data get to)\necho "steps: [{ label: $to }]" | buildkite-agent pipeline upload',
  ),
  'left to the shell by the upload': [
    command({ command: interpolated('echo "steps: [{ label: $$BUILDKITE_TAG }]" | buildkite-agent pipeline upload') }),
  ],
}
