import { relative, resolve, sep } from 'node:path'
import type { World } from '../world/world.ts'
import { repositoryRoot } from './repository-root.ts'

/**
 * Whether a file, and what it leads to, belongs to the repository that it lies in.
 *
 * @param otherwise The folder that counts outside of a repository. None unless told.
 */
export function isOwnFile(file: string, world: World, otherwise?: string): boolean {
  const path = resolve(world.cwd, file)
  const root = repositoryRoot(path, world) ?? otherwise
  const [real, home] = [world.realPath(path), root === undefined ? undefined : world.realPath(root)]
  if (real === undefined || home === undefined) return false
  const inside = relative(home, real).split(sep)
  return inside[0] !== '..' && !inside.includes('node_modules') && !inside.includes('.git')
}
