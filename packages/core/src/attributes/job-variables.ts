/**
 * What Buildkite sets for a job alone (docs/spec/agent-api.md §2.3). The job that uploads has its own: its number, label,
 * agent and retries are not those of the steps that it uploads.
 */
const ofJobs =
  /^BUILDKITE_(?:PARALLEL_JOB(?:_COUNT)?|JOB_ID|LABEL|COMMAND|TIMEOUT|ARTIFACT_PATHS|PLUGINS?|RETRY_\w+|UNBLOCKER\w*|(?:STEP|GROUP|PLUGIN|AGENT)_\w+|(?:COMMAND|LAST_HOOK)_EXIT_STATUS|BUILD_CHECKOUT_PATH)$/

/** Whether a variable differs from job to job of a build, so that only the job itself knows it. */
export function isJobVariable(name: string): boolean {
  return ofJobs.test(name)
}
