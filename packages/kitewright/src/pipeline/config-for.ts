import type { Config } from '../config/config.ts'
import { findConfig } from '../config/find-config.ts'
import { repositoryRoot } from './repository-root.ts'
import type { Files } from '../world/world.ts'

/** What the configuration of a pipeline's file says. Returns undefined if there is none, or something is wrong with it. */
export async function configFor(file: string, files: Files): Promise<Config | undefined> {
  const found = findConfig(file, repositoryRoot(file, files), files)
  return found === undefined ? undefined : (await import('../config/read-config.ts')).readConfig(found, files).config
}
