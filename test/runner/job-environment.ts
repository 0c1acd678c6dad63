import type { Build, BuildStep } from './build.ts'

/** What a job finds in its environment (docs/spec/agent-api.md §2.3); what its step says comes first, as with Buildkite. */
export function jobEnvironment(build: Build, { id, job, uploaded }: BuildStep, agent: string): Record<string, string> {
  const { repository, commit, branch, slug, env } = build.facts
  return {
    ...env,
    ...uploaded.env,
    CI: 'true',
    BUILDKITE: 'true',
    BUILDKITE_BUILD_ID: build.id,
    BUILDKITE_BUILD_NUMBER: '1',
    BUILDKITE_BUILD_URL: `https://buildkite.com/local/${slug}/builds/1`,
    BUILDKITE_SOURCE: 'webhook',
    BUILDKITE_MESSAGE: 'A change',
    BUILDKITE_ORGANIZATION_SLUG: 'local',
    BUILDKITE_PIPELINE_SLUG: slug,
    BUILDKITE_PIPELINE_PROVIDER: 'local',
    BUILDKITE_PIPELINE_DEFAULT_BRANCH: 'main',
    BUILDKITE_PULL_REQUEST: 'false',
    BUILDKITE_REPO: repository,
    BUILDKITE_COMMIT: commit,
    BUILDKITE_COMMIT_RESOLVED: 'true',
    BUILDKITE_BRANCH: branch,
    BUILDKITE_JOB_ID: job,
    BUILDKITE_STEP_ID: id,
    BUILDKITE_STEP_KEY: uploaded.key ?? '',
    BUILDKITE_LABEL: uploaded.label ?? '',
    BUILDKITE_COMMAND: uploaded.command ?? '',
    BUILDKITE_TIMEOUT: String(uploaded.timeout_in_minutes ?? false),
    BUILDKITE_RETRY_COUNT: '0',
    BUILDKITE_AGENT_NAME: agent,
    ...(uploaded.artifact_paths !== undefined && { BUILDKITE_ARTIFACT_PATHS: uploaded.artifact_paths }),
    ...(build.unblocker !== undefined && { BUILDKITE_UNBLOCKER: build.unblocker }),
  }
}
