import type { ProcessResult, World } from '../world/world.ts'

/** Files that differ, or why that is not known. */
export type FoundChanges =
  | {
      readonly files: readonly string[]
      /** What they were compared with, where nobody has told that. */
      readonly assumed?: string | undefined
      readonly unknown?: undefined
    }
  | { readonly files?: undefined; readonly unknown: string }

type Git = (...args: readonly string[]) => ProcessResult

/**
 * Files that have changed: of a pull request and of a branch since they left their base, and on the default branch since
 * what was built there last. A name is as it is, a renamed file is both of its names, and a submodule that moved is its
 * path and, for everything under it, its path with a `/`. What is not committed yet counts. In a build, what the clone
 * lacks is fetched.
 */
export function changedFiles(world: World, env: World['env']): FoundChanges {
  const git: Git = (...args) => world.runSync('git', ['-C', world.cwd, ...args])
  const head = git('rev-parse', 'HEAD')
  if (head.status !== 0) return unknown(head)
  const commit = head.stdout.trim()
  const isPullRequest = /^\d+$/.test(env['BUILDKITE_PULL_REQUEST'] ?? '')
  const isMain = env['BUILDKITE_BRANCH'] === (env['BUILDKITE_PIPELINE_DEFAULT_BRANCH'] || 'main')
  if (isMain && !isPullRequest && !env['BUILDKITE_GIT_DIFF_BASE']) return sinceLastBuild(commit, git, env)
  const named = diffBase(env)
  const base = commitOf(named, git, env)
  if (base === undefined) return { unknown: `there is no ${named} in this clone: fetch it` }
  const from = mergeBase(git, base, () => fetchMore(named, commit, git, env))
  if (from === undefined)
    return { unknown: `this clone is too shallow to know where it left ${named}: fetch more of it` }
  if (from.status !== 0) return { unknown: `HEAD has nothing in common with ${named}` }
  // A commit of the default branch, though nobody has said so: a tag, or a branch that has none of its own yet.
  if (!isPullRequest && from.stdout.trim() === commit) return sinceLastBuild(commit, git, env)
  return differing(git, from.stdout.trim())
}

/** On the default branch: what was built last is told, or was the first parent of a merge. */
function sinceLastBuild(commit: string, git: Git, env: World['env']): FoundChanges {
  const told = env['KITEWRIGHT_SINCE']
  if (told) {
    const since = commitOf(told, git, env)
    return since === undefined ? { unknown: `there is no ${told} in this clone: fetch it` } : differing(git, since)
  }
  const parents = (): readonly string[] => parentsOf(git)
  if (parents().length === 0 && isInBuild(env)) git('fetch', ...quietly, '--deepen=1', 'origin', commit)
  const [first, second] = parents()
  if (first === undefined || second === undefined)
    return { unknown: 'HEAD is not a merge, and nothing tells what was built last: --since COMMIT' }
  const assumed = 'the first parent of this merge; --since COMMIT tells what was built last'
  const found = differing(git, first, commit)
  return found.files === undefined ? found : { ...found, assumed }
}

/** The parents of HEAD that are in this clone. */
function parentsOf(git: Git): readonly string[] {
  const { stdout } = git('rev-list', '--parents', '--max-count=1', 'HEAD')
  return stdout.trim().split(/\s+/).slice(1)
}

/** Against the working tree, unless a commit is given. */
function differing(git: Git, from: string, to?: string): FoundChanges {
  const diff = git(...plainDiff, from, ...(to === undefined ? [] : [to]), '--')
  return diff.status === 0 ? { files: pathsOf(diff.stdout) } : unknown(diff)
}

/** The commit that a name stands for; in a build, it is fetched if it is missing. */
function commitOf(name: string, git: Git, env: World['env']): string | undefined {
  const find = (): ProcessResult => git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`)
  const found = find()
  if (found.status === 0 || !isInBuild(env)) return found.status === 0 ? found.stdout.trim() : undefined
  git('fetch', ...quietly, 'origin', refspecOf(name))
  const fetched = find()
  return fetched.status === 0 ? fetched.stdout.trim() : undefined
}

/** Gets more of the history of a shallow clone. Returns whether there was more. */
function fetchMore(base: string, commit: string, git: Git, env: World['env']): boolean {
  if (!isInBuild(env)) return false
  return ['--deepen=200', '--unshallow'].some(
    (how) => git('fetch', ...quietly, how, 'origin', refspecOf(base), commit).status === 0,
  )
}

const quietly = ['--quiet', '--no-tags', '--no-recurse-submodules']

/** Of `origin/main`, the branch and where it is kept; anything else is a commit. */
function refspecOf(name: string): string {
  const [, branch] = /^origin\/([^-].*)$/.exec(name) ?? []
  return branch === undefined ? name.replace(/^-+/, '') : `+refs/heads/${branch}:refs/remotes/origin/${branch}`
}

function isInBuild(env: World['env']): boolean {
  return Boolean(env['BUILDKITE'])
}

/** What nobody's configuration may bend: how names are written, what a rename is, whose diff is taken, and of what. */
const plainDiff = [
  '-c core.fsmonitor=false -c diff.autoRefreshIndex=true -c diff.orderFile=/dev/null -c diff.relative=false diff',
  '--raw -z --abbrev=40 --no-color --no-renames --no-ext-diff --no-textconv --ignore-submodules=untracked',
].flatMap((words) => words.split(' '))

/**
 * Returns undefined if a commit since the merge base has parents that a shallow clone lacks: a later base may be behind them.
 *
 * @param more Gets more of the history. Returns whether there was more.
 */
function mergeBase(git: Git, base: string, more: () => boolean): ProcessResult | undefined {
  const found = git('merge-base', base, 'HEAD')
  const isShallow = git('rev-parse', '--is-shallow-repository').stdout.trim() === 'true'
  if (!isShallow) return found
  if (found.status === 0) {
    // Their parents are there by name alone.
    const since = git('rev-list', '--parents', base, 'HEAD', `^${found.stdout.trim()}`)
    const roots = since.stdout.split('\n').filter((line) => /^[0-9a-f]+$/.test(line))
    if (since.status === 0 && roots.length === 0) return found
  }
  return more() ? mergeBase(git, base, () => false) : undefined
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
