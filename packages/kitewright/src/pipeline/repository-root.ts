import { dirname, join } from 'node:path'
import type { Files } from '../world/world.ts'

/** The root of the repository that a file lies in; outside a repository the folder around its `.buildkite/`, if it has one. */
export function repositoryRoot(file: string, { repositoryFolders, realPath }: Files): string | undefined {
  const own = dirname(file)
  const folders = repositoryFolders(own)
  return folders.length > 1 || realPath(join(own, '.git')) !== undefined ? folders.at(-1) : undefined
}
