import { importPipeline } from '@kitewright/core/import'
import { basename, join, resolve } from 'node:path'
import { exitCode } from '../../command-line.ts'
import type { World } from '../../world/world.ts'
import { importReport } from '../../pipeline/import-report.ts'
import { readOne } from '../../pipeline/read-one.ts'
import { runText } from '../../pipeline/run-text.ts'
import { bootstrap } from './scaffold.ts'

/** What a repository with YAML begins with. */
export interface ImportedYaml {
  readonly pipeline: string
  /** The name of the file in `.buildkite/` that keeps the YAML, and its text. */
  readonly kept: { readonly name: string; readonly text: string }
  /** What the import says of itself. */
  readonly report: string
  /** Whether a run before has written the uploading step: what there is since then stays as it is. */
  readonly isDone: boolean
}

const fallback = 'fallback.yml'

/**
 * Imports the pipeline to begin with. The uploading step takes the place of the YAML, which stays beside it; a second
 * run begins with what the first kept. Returns the exit code if that cannot be done without a change.
 */
export async function importYaml(named: string, folder: string, world: World): Promise<ImportedYaml | number> {
  const isDone = world.readText(resolve(world.cwd, named)) === bootstrap([join(basename(folder), fallback)])
  const file = isDone ? join(folder, fallback) : resolve(world.cwd, named)
  const read = await readOne(file, world)
  if (read === undefined) return exitCode.errors
  const imported = await importPipeline(read.pipeline, runText)
  const { text, isFaithful } = importReport(imported, read.pipeline, world)
  if (!isFaithful) {
    world.stderr.write(`${text}nothing was written; "kitewright import" prints the program all the same\n`)
    return exitCode.errors
  }
  return { pipeline: imported.text, kept: { name: fallback, text: world.readText(file) ?? '' }, report: text, isDone }
}
