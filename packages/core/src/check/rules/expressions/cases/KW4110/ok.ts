import { command, interpolated } from '@kitewright/core'

const run = (text: string, more: object = {}) => [command({ command: interpolated(text), ...more })]

export default {
  'what the whole build shares': run('echo $BUILDKITE_PIPELINE_SLUG $BUILDKITE_COMMIT $BUILDKITE_BUILD_NUMBER'),
  'a longer name': run('echo $BUILDKITE_JOB_IDS $MY_BUILDKITE_JOB_ID'),
  'left to the shell': [command({ command: 'echo $BUILDKITE_JOB_ID' })],
  'an escaped dollar sign': run('echo $$BUILDKITE_JOB_ID $BUILDKITE_PIPELINE_SLUG'),
  'the queue of the agent that uploads': [
    command({ command: 'a', agents: { queue: interpolated('$BUILDKITE_AGENT_META_DATA_QUEUE') } }),
  ],
  'a secret of another step': [command({ command: 'a', secrets: ['API_KEY'] }), ...run('curl -H $API_KEY')],
  'the key of a secret that has another name': run('curl -H $API_KEY', { secrets: { KEY: 'API_KEY' } }),
}
