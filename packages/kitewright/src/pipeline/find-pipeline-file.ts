import { join, resolve } from 'node:path'
import type { World } from '../world/world.ts'

/** What a pipeline's file may end in, the usual first. */
const endings = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs']

const yamlEndings = ['yml', 'yaml', 'json']

/**
 * The file of a pipeline: the one named, that of a folder named, or what is read where `-` is. Where nothing is named,
 * `.buildkite/pipeline.ts` below the working directory, otherwise `pipeline.ts` in it, otherwise that of the nearest
 * `.buildkite/` above it in the repository.
 *
 * @param options `orYaml`: otherwise the YAML that the agent would upload. Not for `upload`, which that YAML may call.
 */
export function findPipelineFile(
  named: string | undefined,
  world: World,
  { orYaml = false }: { readonly orYaml?: boolean } = {},
): string {
  if (named === '-') return world.inputFile
  if (named !== undefined) {
    const path = resolve(world.cwd, named)
    if (world.kindOf(path) !== 'folder') return path
    return firstFile([...programsIn(path), ...yamlIn(path)], world) ?? path
  }
  const [cwd = world.cwd, ...above] = world.repositoryFolders(world.cwd)
  const programs = [...programsIn(cwd), ...above.flatMap(programsBelow)]
  const yaml = orYaml ? [...yamlIn(cwd), ...above.flatMap(yamlBelow)] : []
  return firstFile([...programs, ...yaml], world) ?? resolve(cwd, '.buildkite/pipeline.ts')
}

function firstFile(paths: readonly string[], world: World): string | undefined {
  return paths.find((path) => world.kindOf(path) === 'file')
}

function programsIn(folder: string): readonly string[] {
  return [...programsBelow(folder), ...endings.map((ending) => join(folder, `pipeline.${ending}`))]
}

function programsBelow(folder: string): readonly string[] {
  return endings.map((ending) => join(folder, '.buildkite', `pipeline.${ending}`))
}

function yamlIn(folder: string): readonly string[] {
  return [...yamlBelow(folder), ...yamlEndings.map((ending) => join(folder, `pipeline.${ending}`))]
}

/** Where the agent looks (docs/spec/upload.md §1). */
function yamlBelow(folder: string): readonly string[] {
  const names = ['buildkite', '.buildkite/pipeline', 'buildkite/pipeline']
  return names.flatMap((name) => yamlEndings.map((ending) => join(folder, `${name}.${ending}`)))
}
