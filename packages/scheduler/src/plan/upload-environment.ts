import type { BuildContext, Graph } from '@kitewright/core'
import { filledIn } from '@kitewright/core/attributes'
import { declareEnvironment, interpolate } from '@kitewright/core/interpolation'

/** What the agent fills in at an upload, and with what. */
export interface UploadEnvironment {
  /** The variables of the job that uploads, overridden by the pipeline's `env`. */
  readonly known: Readonly<Record<string, string>>
  /** A value as it arrives: what the agent cannot fill in is empty. */
  readonly fill: (value: unknown) => unknown
}

/** The environment in which the pipeline of a build is uploaded: that of the context, with what the build says of itself. */
export function uploadEnvironment(graph: Graph, context: BuildContext): UploadEnvironment {
  const given = Object.entries({ ...ofBuild(context), ...context.env })
  const env = Object.fromEntries(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  const { known } = declareEnvironment(graph.attributes, env)
  const fillText = (text: string): string => {
    const result = interpolate(text, known)
    return 'text' in result ? result.text : ''
  }
  return { known, fill: (value) => filledIn(value, fillText) }
}

/** The variables that the agent has from the build (docs/spec/environment.md §1). */
function ofBuild({ build, pipeline, organization }: BuildContext): Record<string, string | undefined> {
  return {
    BUILDKITE: 'true',
    BUILDKITE_BRANCH: build.branch,
    BUILDKITE_COMMIT: build.commit,
    BUILDKITE_MESSAGE: build.message,
    BUILDKITE_TAG: build.tag ?? '',
    BUILDKITE_BUILD_NUMBER: build.number?.toString(),
    BUILDKITE_BUILD_ID: build.id,
    BUILDKITE_SOURCE: build.source,
    BUILDKITE_PULL_REQUEST: build.pull_request?.id ?? 'false',
    BUILDKITE_PULL_REQUEST_BASE_BRANCH: build.pull_request?.base_branch ?? '',
    BUILDKITE_PULL_REQUEST_REPO: build.pull_request?.repository ?? '',
    BUILDKITE_PIPELINE_SLUG: pipeline.slug,
    BUILDKITE_PIPELINE_NAME: pipeline.name,
    BUILDKITE_PIPELINE_DEFAULT_BRANCH: pipeline.default_branch,
    BUILDKITE_REPO: pipeline.repository,
    BUILDKITE_ORGANIZATION_SLUG: organization.slug,
  }
}
