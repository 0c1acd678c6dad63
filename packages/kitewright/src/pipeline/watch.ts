import { dirname } from 'node:path'
import { exitCode, type Invocation } from '../command-line.ts'
import { openSources } from '../locate/open-sources.ts'
import { importedSources } from '../locate/source-imports.ts'
import { findPipelineFile } from './find-pipeline-file.ts'
import type { World } from '../world/world.ts'

/**
 * Runs a command now and whenever one of its pipeline's files changes, until interrupted. Each run is a process of its
 * own, since Node keeps what it has loaded.
 */
export async function watch({ positionals }: Invocation, world: World): Promise<number> {
  const file = findPipelineFile(positionals[0], world)
  for (;;) {
    const files = importedSources(file, openSources(world)).map((source) => source.file)
    const isWatchable = [file, ...files].some((each) => world.kindOf(dirname(each)) === 'folder')
    const change = isWatchable ? world.nextChange(files.length > 0 ? files : [file]) : undefined
    await runOnce(world)
    if (change === undefined) return exitCode.errors
    world.stderr.write(`watching ${files.length} ${files.length === 1 ? 'file' : 'files'}; end with Ctrl-C\n`)
    if ((await change) === 'interrupted') return exitCode.fine
  }
}

/** Runs this command again without `--watch`, its output going where ours goes. */
async function runOnce({ started: { program, before, args }, run }: World): Promise<void> {
  const again = args.filter((argument) => argument !== '--watch' && argument !== '-w')
  await run(program, [...before, ...again], { inherits: true })
}
