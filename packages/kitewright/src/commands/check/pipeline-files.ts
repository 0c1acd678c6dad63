import { join, resolve } from 'node:path'
import { findPipelineFile } from '../../pipeline/find-pipeline-file.ts'
import { isProgram, isYamlFile } from '../../pipeline/is-yaml-file.ts'
import type { World } from '../../world/world.ts'

/** The files that a command line names: several, those in folders, or stdin; without a name, the usual one. */
export function pipelineFiles(named: readonly string[], world: World): readonly string[] {
  if (named.length === 0) return [findPipelineFile(undefined, world, { orYaml: true })]
  const files = named.flatMap((name) => {
    const path = resolve(world.cwd, name)
    return name !== '-' && world.kindOf(path) === 'folder' ? filesIn(path, world) : [findPipelineFile(name, world)]
  })
  return [...new Set(files)]
}

/** The pipelines of a folder: those in its `.buildkite/`, otherwise those in itself. The folder, if it has none. */
function filesIn(folder: string, world: World): readonly string[] {
  const below = join(folder, '.buildkite')
  const home = world.kindOf(below) === 'folder' ? below : folder
  const files = world.listFiles(home).map((name) => join(home, name))
  const found = files.filter((file) => world.kindOf(file) === 'file' && isPipeline(file, world))
  return found.length > 0 ? found : [folder]
}

/** A glance: beside pipelines lie tests, settings, and parts of a pipeline. */
function isPipeline(file: string, { readText }: World): boolean {
  const text = (): string => readText(file) ?? ''
  if (isYamlFile(file)) return stepsOfYaml.test(text())
  return isProgram(file) && !/\.(?:d|test|spec|config)\.[cm]?[jt]s$/.test(file) && givesPipeline.test(text())
}

/** The steps of a pipeline at the beginning of a line of YAML, or in JSON; or a bare list of steps. */
const stepsOfYaml =
  /^(?:\s*["']?steps["']?[ \t]*:|\s*\{\s*"steps"\s*:|- ["']?(?:wait|command|commands|label|block|input|trigger|group)\b)/m

const givesPipeline = /^(?:export default|module\.exports\s*=|exports\.default\s*=)\s*(?:[\w.]+\s*\(|pipeline\b)/m
