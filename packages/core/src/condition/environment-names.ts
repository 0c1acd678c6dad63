/**
 * The only names beginning with BUILDKITE_ that a condition may ask for in plain text (docs/spec/conditionals.md §8),
 * without that beginning.
 */
const allowed = `BRANCH TAG MESSAGE COMMIT PIPELINE_SLUG PIPELINE_NAME PIPELINE_ID ORGANIZATION_SLUG
TRIGGERED_FROM_BUILD_ID TRIGGERED_FROM_BUILD_NUMBER TRIGGERED_FROM_BUILD_PIPELINE_SLUG TRIGGERED_FROM_BUILD_JOB_ID
REBUILT_FROM_BUILD_ID REBUILT_FROM_BUILD_NUMBER REPO PULL_REQUEST PULL_REQUEST_BASE_BRANCH PULL_REQUEST_REPO
PULL_REQUEST_USING_MERGE_REFSPEC MERGE_QUEUE_BASE_BRANCH MERGE_QUEUE_BASE_COMMIT GIT_DIFF_BASE GITHUB_ACTION
GITHUB_COMMENT_ID GITHUB_DEPLOYMENT_ID GITHUB_DEPLOYMENT_TASK GITHUB_DEPLOYMENT_ENVIRONMENT GITHUB_DEPLOYMENT_PAYLOAD
GITHUB_EVENT GITHUB_REVIEW_ID GITHUB_CHECK_RUN_CONCLUSION GITHUB_CHECK_RUN_NAME GITHUB_DEPLOYMENT_STATUS_ENVIRONMENT
GITHUB_DEPLOYMENT_STATUS_STATE GITHUB_RELEASE_DRAFT GITHUB_RELEASE_PRERELEASE GITHUB_RELEASE_TAG GITHUB_REVIEW_STATE`

export const environmentNames: ReadonlySet<string> = new Set(allowed.split(/\s+/).map((name) => `BUILDKITE_${name}`))

/** Known only to names put together at run time, as in `env(env("NAME"))`. */
export const labelsName = 'BUILDKITE_PULL_REQUEST_LABELS'

/** Whether `env(…)` can be asked for the name, whatever its value (docs/spec/conditionals.md §8). */
export function isEnvironmentName(name: string): boolean {
  return /^[A-Za-z0-9_]+$/.test(name)
}

/** Whether the name is Buildkite's own and yet hidden from conditions. */
export function isHiddenName(name: string): boolean {
  return name.startsWith('BUILDKITE_') && !environmentNames.has(name)
}
