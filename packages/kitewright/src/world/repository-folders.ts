import { basename, dirname, join } from 'node:path'
import type { Outside } from './world.ts'

/** @see Outside.repositoryFolders */
export function repositoryFolders(from: string, realPath: Outside['realPath']): readonly string[] {
  const folders = [from]
  for (let folder = from; realPath(join(folder, '.git')) === undefined;) {
    const above = dirname(folder)
    if (above === folder) return basename(from) === '.buildkite' ? [from, dirname(from)] : [from]
    folders.push(above)
    folder = above
  }
  return folders
}
