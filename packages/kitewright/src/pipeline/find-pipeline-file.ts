import { join, resolve } from 'node:path'
import type { World } from '../world/world.ts'

/** What a pipeline's file may end in, the usual first. */
const endings = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs']

/** The file named, otherwise `.buildkite/pipeline.ts` below the working directory, otherwise `pipeline.ts` in it. */
export function findPipelineFile(named: string | undefined, world: World): string {
  if (named !== undefined) return resolve(world.cwd, named)
  const usual = ['.buildkite', '.'].flatMap((folder) => endings.map((ending) => join(folder, `pipeline.${ending}`)))
  const found = usual.map((path) => resolve(world.cwd, path)).find((path) => world.kindOf(path) === 'file')
  return found ?? resolve(world.cwd, '.buildkite/pipeline.ts')
}
