import { interpolatedText, isInterpolated } from '@kitewright/schema'
import type { Graph, Node } from '../model/graph.ts'
import { variableNames } from './filled-in-texts.ts'
import { oncePerGraph } from './once-per-graph.ts'
import { isJobVariable } from './job-variables.ts'
import { asMap } from './read-value.ts'

/**
 * Who chooses the text of a variable of Buildkite, where that may be somebody outside of the team (docs/spec/environment.md
 * §1). The others are numbers, identifiers, slugs and words of Buildkite's own.
 */
export const outsiderVariables: ReadonlyMap<string, string> = new Map([
  ['BUILDKITE_BRANCH', 'whoever pushes a branch, or opens a pull request from a fork'],
  ['BUILDKITE_TAG', 'whoever pushes a tag'],
  ['BUILDKITE_MESSAGE', 'whoever writes the commit'],
  ['BUILDKITE_BUILD_AUTHOR', 'whoever writes the commit'],
  ['BUILDKITE_BUILD_AUTHOR_EMAIL', 'whoever writes the commit'],
  ['BUILDKITE_BUILD_CREATOR', 'whoever starts the build'],
  ['BUILDKITE_BUILD_CREATOR_EMAIL', 'whoever starts the build'],
  ['BUILDKITE_PULL_REQUEST_REPO', 'whoever opens the pull request'],
  ['BUILDKITE_PULL_REQUEST_BASE_BRANCH', 'whoever opens the pull request'],
  ['BUILDKITE_PULL_REQUEST_LABELS', 'whoever labels the pull request'],
  ['BUILDKITE_MERGE_QUEUE_BASE_BRANCH', 'whoever pushes a branch'],
  ['BUILDKITE_GIT_DIFF_BASE', 'whoever pushes a branch'],
  ['BUILDKITE_GITHUB_RELEASE_TAG', 'whoever makes the release'],
  ['BUILDKITE_GITHUB_CHECK_RUN_NAME', 'whoever runs the check'],
  ['BUILDKITE_GITHUB_DEPLOYMENT_TASK', 'whoever asks for the deployment'],
  ['BUILDKITE_GITHUB_DEPLOYMENT_ENVIRONMENT', 'whoever asks for the deployment'],
  ['BUILDKITE_GITHUB_DEPLOYMENT_PAYLOAD', 'whoever asks for the deployment'],
  ['BUILDKITE_GITHUB_DEPLOYMENT_STATUS_ENVIRONMENT', 'whoever asks for the deployment'],
  ['BUILDKITE_UNBLOCKER', 'whoever continues the block'],
  ['BUILDKITE_UNBLOCKER_EMAIL', 'whoever continues the block'],
])

/** The variables that may hold an outsider's text, each with who chooses it. */
export type Outsiders = ReadonlyMap<string, string>

/** Those that the agent sees at upload: Buildkite's, and what the pipeline's own `env` makes of them. */
export const outsidersAtUpload: (graph: Graph) => Outsiders = oncePerGraph((graph) =>
  handedOn(graph.attributes['env'], new Map([...outsiderVariables].filter(([name]) => !isJobVariable(name)))),
)

/** Those that a step's shell sees, the pipeline's `env` included: what is known at upload, and who continued a block. */
const outsidersInJobs: (graph: Graph) => Outsiders = oncePerGraph((graph) =>
  handedOn(graph.attributes['env'], outsiderVariables),
)

/** Those that a step's shell sees, the step's own `env` included. */
export function outsidersInJob(node: Node, graph: Graph): Outsiders {
  return handedOn(node.attributes['env'], outsidersInJobs(graph))
}

/** A variable that is filled in with another one holds the same text; one that is set to something else does not. */
function handedOn(env: unknown, known: Outsiders): Outsiders {
  const all = new Map(known)
  for (const [name, value] of Object.entries(asMap(env))) {
    const source = isInterpolated(value)
      ? variableNames(value[interpolatedText]).find((one) => all.has(one))
      : undefined
    if (source === undefined) all.delete(name)
    else all.set(name, all.get(source) as string)
  }
  return all
}
