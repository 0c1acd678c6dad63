import type { Build, BuildPipeline } from '../model/build-context.ts'

/** What `build.isTrusted` asks of a build. */
type Asked = Pick<Build, 'branch' | 'tag' | 'pull_request' | 'merge_queue'>

/**
 * Makes `build.isTrusted`. A tag may be called like a branch, and so may the branch of a pull request's fork: a build of
 * either is none of the branch. What a merge queue builds is not merged yet.
 */
export function trust(
  { branch, tag, pull_request, merge_queue }: Asked,
  { default_branch }: BuildPipeline,
): Build['isTrusted'] {
  return (...branches) =>
    pull_request === undefined &&
    merge_queue === undefined &&
    tag === undefined &&
    branch !== '' &&
    (branches.length > 0 ? branches : [default_branch ?? 'main']).includes(branch)
}
