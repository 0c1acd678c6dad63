import { command } from '@kitewright/core'

const run = (text: string) => [command({ command: text })]

export default {
  'a file': run('echo "$BUILDKITE_TAG" | buildkite-agent pipeline upload more.yml'),
  'a document in quotes': run(
    "buildkite-agent pipeline upload <<'END'\nsteps: [{ command: make $BUILDKITE_TAG }]\nEND",
  ),
  'the commit': run('buildkite-agent pipeline upload <<END\nsteps: [{ label: $BUILDKITE_COMMIT }]\nEND'),
}
