import type { World } from '../world/world.ts'

/**
 * Files that differ from the merge base, found as the agent finds them for `if_changed` (docs/spec/upload.md §5):
 * against the working tree; if the base is the commit itself, the files of the last first-parent commit.
 *
 * @returns Paths from the repository's root; undefined if git cannot tell.
 */
export function changedFiles(world: World, env: World['env']): readonly string[] | undefined {
  const git = (...args: readonly string[]): string | undefined => {
    const { status, stdout } = world.runSync('git', ['-C', world.cwd, ...args])
    return status === 0 ? stdout.trim() : undefined
  }
  const base = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${diffBase(env)}^{commit}`)
  const head = git('rev-parse', 'HEAD')
  if (base === undefined || head === undefined) return undefined
  const from = base === head ? git('rev-parse', '--verify', '--quiet', 'HEAD^1') : git('merge-base', base, head)
  const names = from === undefined ? undefined : git('diff', '--name-only', from, ...(base === head ? [head] : []))
  return names?.split('\n').filter((name) => name !== '')
}

function diffBase(env: World['env']): string {
  const named = env['BUILDKITE_GIT_DIFF_BASE']
  const branch = env['BUILDKITE_PULL_REQUEST_BASE_BRANCH'] || env['BUILDKITE_PIPELINE_DEFAULT_BRANCH'] || 'main'
  return named || `origin/${branch}`
}
