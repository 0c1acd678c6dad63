import { command, interpolated } from '@kitewright/core'

const run = (text: string, more: object = {}) => [command({ command: interpolated(text), ...more })]

export default {
  'the number of a parallel job': run('test --shard $BUILDKITE_PARALLEL_JOB', { parallelism: 2 }),
  'the count of parallel jobs': run('test --shards ${BUILDKITE_PARALLEL_JOB_COUNT}', { parallelism: 2 }),
  'the job': run('echo $BUILDKITE_JOB_ID'),
  'the label': run('echo $BUILDKITE_LABEL'),
  'the step': run('echo $BUILDKITE_STEP_KEY'),
  'the agent': run('echo $BUILDKITE_AGENT_NAME'),
  'the retries': run('echo $BUILDKITE_RETRY_COUNT'),
  'the exit status': run('echo $BUILDKITE_COMMAND_EXIT_STATUS'),
  'who unblocked it': run('echo $BUILDKITE_UNBLOCKER'),
  'a secret of the step': run('curl -H $API_KEY', { secrets: ['API_KEY'] }),
  'a secret under another name': run('curl -H $KEY', { secrets: { KEY: 'API_KEY' } }),
  'a secret of the pipeline': { secrets: ['API_KEY'], steps: run('curl -H $API_KEY') },
  'the second name of a text': run('echo $BUILDKITE_COMMIT $BUILDKITE_JOB_ID'),
}
