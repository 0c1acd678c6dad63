import type { Build, BuildPipeline } from '../model/build-context.ts'

/** What `build.isTrusted` asks of a build. */
type Asked = Pick<Build, 'branch' | 'tag' | 'pull_request'>

/**
 * Makes `build.isTrusted`. A tag may be called like a branch, and so may the branch of a pull request's fork: a build of
 * either is none of the branch.
 */
export function trust({ branch, tag, pull_request }: Asked, { default_branch }: BuildPipeline): Build['isTrusted'] {
  return (...branches) =>
    pull_request === undefined &&
    tag === undefined &&
    branch !== '' &&
    (branches.length > 0 ? branches : [default_branch ?? 'main']).includes(branch)
}
