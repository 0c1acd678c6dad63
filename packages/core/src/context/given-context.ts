import type { Build, BuildContext, BuildPipeline } from '../model/build-context.ts'
import { trust } from './is-trusted.ts'
import { isAffected } from './read-build-context.ts'

/** What is given of a build; the rest is as in a build of the branch `main` that somebody started. */
export interface GivenContext {
  readonly build?: Partial<Build> | undefined
  readonly pipeline?: Partial<BuildPipeline> | undefined
  readonly organization?: Partial<BuildContext['organization']> | undefined
  /** The environment; empty unless given, never that of the process. */
  readonly env?: BuildContext['env'] | undefined
  /** The files that differ. Not known unless given: then everything is affected. */
  readonly changedFiles?: readonly string[] | undefined
}

const nobody = { teams: [] }

/**
 * A build as it is given, not as an environment tells of it: for tests, and for whoever asks what a pipeline would be.
 *
 * @example givenContext({ build: { branch: 'feature/x', pull_request: { id: '7', draft: false, labels: [] } } })
 */
export function givenContext(given: GivenContext = {}): BuildContext {
  const { organization, env = {}, changedFiles } = given
  const build = { branch: 'main', commit: 'HEAD', creator: nobody, author: nobody, ...given.build }
  const pipeline = { default_branch: 'main', ...given.pipeline }
  return {
    build: { isTrusted: trust(build, pipeline), ...build },
    pipeline,
    organization: { ...organization },
    env,
    changedFiles: changedFiles ?? [],
    affects: (...globs) => isAffected(changedFiles, globs),
  }
}
