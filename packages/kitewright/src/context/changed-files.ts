import type { ProcessResult, World } from '../world/world.ts'

/** Files that differ, or why that is not known. */
export type FoundChanges =
  | { readonly files: readonly string[]; readonly unknown?: undefined }
  | { readonly files?: undefined; readonly unknown: string }

/**
 * Files that differ from the merge base, found as the agent finds them for `if_changed` (docs/spec/upload.md §5):
 * against the working tree; if the base is the commit itself, the files of the last first-parent commit. Unlike there,
 * a name is as it is, a renamed file is both of its names, and a submodule that moved is its path and, for everything
 * under it, its path with a `/`.
 */
export function changedFiles(world: World, env: World['env']): FoundChanges {
  const git = (...args: readonly string[]): ProcessResult => world.runSync('git', ['-C', world.cwd, ...args])
  const head = git('rev-parse', 'HEAD')
  if (head.status !== 0) return unknown(head)
  const named = diffBase(env)
  const { status, stdout: base } = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${named}^{commit}`)
  if (status !== 0) return { unknown: `there is no ${named} in this clone: fetch it` }
  const from = base === head.stdout ? git('rev-parse', '--verify', '--quiet', 'HEAD^1') : mergeBase(git, base.trim())
  if (from === undefined)
    return { unknown: `this clone is too shallow to know where it left ${named}: fetch more of it` }
  if (from.status !== 0) {
    return {
      unknown: base === head.stdout ? 'HEAD has no parent in this clone' : `HEAD has nothing in common with ${named}`,
    }
  }
  const diff = git(...plainDiff, from.stdout.trim(), ...(base === head.stdout ? ['HEAD'] : []), '--')
  return diff.status === 0 ? { files: pathsOf(diff.stdout) } : unknown(diff)
}

/** What nobody's configuration may bend: how names are written, what a rename is, whose diff is taken, and of what. */
const plainDiff = [
  '-c core.fsmonitor=false -c diff.autoRefreshIndex=true -c diff.orderFile=/dev/null -c diff.relative=false diff',
  '--raw -z --abbrev=40 --no-color --no-renames --no-ext-diff --no-textconv --ignore-submodules=untracked',
].flatMap((words) => words.split(' '))

/** Returns undefined if a commit since the merge base has parents that a shallow clone lacks: a later base may be behind them. */
function mergeBase(git: (...args: readonly string[]) => ProcessResult, base: string): ProcessResult | undefined {
  const found = git('merge-base', base, 'HEAD')
  const isShallow = git('rev-parse', '--is-shallow-repository').stdout.trim() === 'true'
  if (!isShallow) return found
  if (found.status !== 0) return undefined
  // Their parents are there by name alone.
  const since = git('rev-list', '--parents', base, 'HEAD', `^${found.stdout.trim()}`)
  const roots = since.stdout.split('\n').filter((line) => /^[0-9a-f]+$/.test(line))
  return since.status === 0 && roots.length === 0 ? found : undefined
}

/** `:<old mode> <new mode> <old id> <new id> <letter>`, then the path, each with a zero byte behind it. */
function pathsOf(raw: string): readonly string[] {
  const parts = raw.split('\0')
  const paths: string[] = []
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [description = '', path = ''] = parts.slice(index, index + 2)
    paths.push(path)
    if (/^:(?:160000|\d+ 160000) /.test(description)) paths.push(`${path}/`)
  }
  return paths
}

function unknown({ status, stderr }: ProcessResult): FoundChanges {
  if (status === undefined) return { unknown: 'git could not be started' }
  const [, words] = /^fatal: (.*)/m.exec(stderr) ?? []
  return { unknown: words ?? `git failed with exit status ${status}` }
}

function diffBase(env: World['env']): string {
  const named = env['BUILDKITE_GIT_DIFF_BASE']
  const branch = env['BUILDKITE_PULL_REQUEST_BASE_BRANCH'] || env['BUILDKITE_PIPELINE_DEFAULT_BRANCH'] || 'main'
  return named || `origin/${branch}`
}
