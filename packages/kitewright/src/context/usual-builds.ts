import type { ConfiguredBuild } from '../config/config.ts'
import type { World } from '../world/world.ts'
import type { BuildEnvironment } from './build-environment.ts'
import { trackedFiles } from './tracked-files.ts'

/** A build that a pipeline is looked at for. */
export interface LookedAt extends Extract<BuildEnvironment, { readonly env: unknown }> {
  /** Such as `a pull request`. */
  readonly build: string
  /** Such as `nothing changed`. */
  readonly change?: string | undefined
}

/** What other builds have in the environment, and these not. */
const none = {
  BUILDKITE_PULL_REQUEST: 'false',
  BUILDKITE_PULL_REQUEST_BASE_BRANCH: '',
  BUILDKITE_PULL_REQUEST_DRAFT: '',
  BUILDKITE_PULL_REQUEST_LABELS: '',
  BUILDKITE_PULL_REQUEST_REPO: '',
  BUILDKITE_MERGE_QUEUE_BASE_BRANCH: '',
  BUILDKITE_MERGE_QUEUE_BASE_COMMIT: '',
  BUILDKITE_TAG: '',
}

/** The builds that a team has named, with everything changed unless it says what. */
export function configuredBuilds(contexts: readonly ConfiguredBuild[], env: World['env']): readonly LookedAt[] {
  return contexts.map(({ branch, tag, message, pull_request, env: own, changed }) => ({
    build: named({ branch, tag, message, pull_request }),
    env: {
      ...env,
      ...none,
      ...(tag !== undefined && { BUILDKITE_BRANCH: tag, BUILDKITE_TAG: tag }),
      ...(branch !== undefined && { BUILDKITE_BRANCH: branch }),
      ...(message !== undefined && { BUILDKITE_MESSAGE: message }),
      ...(pull_request !== undefined && { BUILDKITE_PULL_REQUEST: String(pull_request) }),
      ...own,
    },
    changed: changed ?? 'unknown',
  }))
}

function named(given: Readonly<Record<string, string | number | undefined>>): string {
  const parts = Object.entries(given).filter(([, value]) => value !== undefined)
  return (
    parts.map(([name, value]) => `${name.replace('_', ' ')} ${value}`).join(', ') || 'a build of kitewright.config.json'
  )
}

/** The kinds of builds that pipelines make a difference between, each where nothing and where everything has changed. */
export function usualBuilds(env: World['env'], world: World): readonly LookedAt[] {
  const main = env['BUILDKITE_PIPELINE_DEFAULT_BRANCH'] || 'main'
  const builds: Readonly<Record<string, World['env']>> = {
    'a pull request': {
      BUILDKITE_BRANCH: 'feature/x',
      BUILDKITE_PULL_REQUEST: '1',
      BUILDKITE_PULL_REQUEST_BASE_BRANCH: main,
    },
    'the default branch': { BUILDKITE_BRANCH: main },
    'another branch': { BUILDKITE_BRANCH: 'feature/x' },
    'a tag': { BUILDKITE_BRANCH: 'v1.0.0', BUILDKITE_TAG: 'v1.0.0' },
  }
  const all = trackedFiles(world)
  return Object.entries(builds).flatMap(([build, own]) => [
    { build, change: 'nothing changed', env: { ...env, ...none, ...own }, changed: [] },
    { build, change: 'everything changed', env: { ...env, ...none, ...own }, changed: all ?? ('unknown' as const) },
  ])
}

/** Names builds, for people: `a pull request where nothing changed, a tag`. */
export function namesOf(builds: readonly LookedAt[], all: readonly LookedAt[]): string {
  const kinds = [...new Set(builds.map(({ build }) => build))]
  const of = (kind: string, among: readonly LookedAt[]): readonly LookedAt[] =>
    among.filter(({ build }) => build === kind)
  const changes = new Set(builds.map(({ change }) => change))
  const [only] = changes
  // Where nothing changed, whatever the build.
  const isOfAll = kinds.length > 1 && all.every(({ build }) => kinds.includes(build))
  if (isOfAll && changes.size === 1 && only !== undefined) return `builds where ${only}`
  return kinds
    .map((kind) => {
      const found = of(kind, builds)
      const change = found.length === of(kind, all).length ? undefined : found[0]?.change
      return change === undefined ? kind : `${kind} where ${change}`
    })
    .join(', ')
}
