import { findConfig } from '../../config/find-config.ts'
import type { BuildEnvironment } from '../../context/build-environment.ts'
import type { LookedAt } from '../../context/usual-builds.ts'
import { repositoryRoot } from '../../pipeline/repository-root.ts'
import type { World } from '../../world/world.ts'

/** What `usualBuilds` are, in words. */
export const usualNames =
  'a pull request, the default branch, another branch and a tag, each where nothing changed and where everything changed'

/** The builds that a file is looked at for: this one, or all that are usual; and those that its configuration names. */
export async function buildsFor(
  file: string,
  given: Extract<BuildEnvironment, { readonly env: unknown }>,
  isForAll: boolean,
  world: World,
): Promise<readonly LookedAt[]> {
  const here = [{ build: 'this build', ...given }]
  const config = findConfig(file, repositoryRoot(file, world), world)
  if (config === undefined && !isForAll) return here
  const { configuredBuilds, usualBuilds } = await import('../../context/usual-builds.ts')
  const usual = isForAll ? usualBuilds(given.env, world) : here
  if (config === undefined) return usual
  const { readConfig } = await import('../../config/read-config.ts')
  return [...usual, ...configuredBuilds(readConfig(config, world).config?.contexts ?? [], given.env)]
}
