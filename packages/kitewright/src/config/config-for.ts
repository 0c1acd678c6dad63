import { repositoryRoot } from '../pipeline/repository-root.ts'
import type { Files } from '../world/world.ts'
import type { Config } from './config.ts'
import { findConfig } from './find-config.ts'

/** What the configuration of a pipeline's file says. Returns undefined if there is none, or something is wrong with it. */
export async function configFor(file: string, files: Files): Promise<Config | undefined> {
  const found = findConfig(file, repositoryRoot(file, files), files)
  return found === undefined ? undefined : (await import('./read-config.ts')).readConfig(found, files).config
}
