import { basename, dirname, join } from 'node:path'
import type { Files, World } from '../world/world.ts'

/**
 * The working directory and the folders above it, as far as the repository goes. Outside a repository the working
 * directory alone, and the folder around it where it is `.buildkite/`: anybody may have made those above.
 */
export function repositoryFolders({ cwd, realPath }: Pick<Files, 'realPath'> & Pick<World, 'cwd'>): readonly string[] {
  const folders = [cwd]
  for (let folder = cwd; realPath(join(folder, '.git')) === undefined;) {
    const above = dirname(folder)
    if (above === folder) return basename(cwd) === '.buildkite' ? [cwd, dirname(cwd)] : [cwd]
    folders.push(above)
    folder = above
  }
  return folders
}

/** The root of the repository that a file lies in; outside a repository the folder around its `.buildkite/`, if it has one. */
export function repositoryRoot(file: string, { realPath }: Pick<Files, 'realPath'>): string | undefined {
  const own = dirname(file)
  const folders = repositoryFolders({ cwd: own, realPath })
  return folders.length > 1 || realPath(join(own, '.git')) !== undefined ? folders.at(-1) : undefined
}
