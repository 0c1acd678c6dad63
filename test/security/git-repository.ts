import { execFileSync } from 'node:child_process'
import { temporaryFolder } from '../temporary-folder.ts'

const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'init.defaultBranch=main']

function git(cwd: string, ...args: readonly string[]): void {
  execFileSync('git', [...identity, ...args], { cwd, stdio: 'ignore' })
}

/** A clone of a repository with a commit on `main`. */
export function repository(): string {
  const origin = temporaryFolder({ 'pipeline.yml': 'steps:\n  - label: unit\n    command: make\n    key: unit\n' })
  const folder = temporaryFolder()
  git(origin, 'init')
  git(origin, 'add', '.')
  git(origin, 'commit', '-m', 'first')
  git(folder, 'clone', origin, '.')
  return folder
}
