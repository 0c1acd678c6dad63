import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder, writeFiles } from '../temporary-folder.ts'

/** How a command ended, and what it printed. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

type Variables = Readonly<Record<string, string>>

/** Nothing of a build around the tests, and a name for commits. */
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('BUILDKITE'))),
  npm_config_prefer_offline: 'true',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
}

/** Runs a line as it would be typed in a folder. */
export function typed(folder: string, line: string, env: Variables = {}): Ended {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...environment, ...env },
  })
  return { code: status, stdout, stderr }
}

/** A repository of a name, with one commit that an `origin` has too, and with the tarball where a build finds it. */
export function trialRepository(tarball: string, files: Variables, name = 'trial'): string {
  const origin = temporaryFolder()
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch', 'main', origin])
  const folder = join(temporaryFolder(), name)
  writeFiles(folder, files)
  mkdirSync(join(folder, '.buildkite'), { recursive: true })
  copyFileSync(tarball, join(folder, '.buildkite/kitewright.tgz'))
  typed(folder, `git init --quiet --initial-branch main && git remote add origin file://${origin}`)
  push(folder, 'main')
  return folder
}

/** Commits files, one commit for each map of them, and pushes them together. Returns the commit. */
export function push(folder: string, branch: string, ...commits: readonly Variables[]): string {
  if (branch !== 'main') typed(folder, `git checkout --quiet -b ${branch} main`)
  for (const files of commits.length === 0 ? [{}] : commits) {
    writeFiles(folder, files)
    typed(folder, 'git add --all && git commit --quiet --allow-empty --message c')
  }
  typed(folder, `git push --quiet origin ${branch}`)
  const commit = typed(folder, 'git rev-parse HEAD').stdout.trim()
  if (branch !== 'main') typed(folder, 'git checkout --quiet main')
  return commit
}

/** What a job has checked out: a shallow clone of what was pushed. */
export function checkout(folder: string, branch: string): string {
  const job = join(temporaryFolder(), 'job')
  const cloned = typed(folder, `git clone --quiet --depth 1 --branch ${branch} "$(git remote get-url origin)" ${job}`)
  if (cloned.code !== 0) throw new Error(cloned.stderr)
  return job
}
