import { spawn } from 'node:child_process'
import { existsSync, type FSWatcher, watch as watchFolder } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Invocation } from '../command-line.ts'
import { exitCode } from '../command-line.ts'
import { importedSources } from '../load/source-imports.ts'
import { findPipelineFile } from '../pipeline/find-pipeline-file.ts'
import type { World } from '../world.ts'

/** How long changes are gathered before the pipeline is printed again, in milliseconds: editors write in bursts. */
const settleTime = 60

/**
 * Prints the pipeline now and whenever one of its files changes, until interrupted. Each print is a process of its
 * own, since Node keeps what it has loaded.
 */
export async function watch({ positionals }: Invocation, world: World): Promise<number> {
  const file = findPipelineFile(positionals[0], world)
  for (;;) {
    const files = importedSources(file).map((source) => source.file)
    const changed = nextChange(files.length > 0 ? files : [file])
    await runOnce()
    if (changed === undefined) return exitCode.errors
    world.stderr.write(`watching ${files.length} ${files.length === 1 ? 'file' : 'files'}; end with Ctrl-C\n`)
    if ((await changed) === 'interrupted') return exitCode.fine
  }
}

/** Runs this command again without `--watch`, its output going where ours goes. */
function runOnce(): Promise<void> {
  const args = process.argv.slice(1).filter((argument) => argument !== '--watch' && argument !== '-w')
  const child = spawn(process.execPath, [...process.execArgv, ...args], { stdio: 'inherit' })
  return new Promise((resolve) => child.on('exit', () => resolve()).on('error', () => resolve()))
}

/** Waits for a change of one of the files. Folders are watched, for editors replace files; nothing where there is none. */
function nextChange(files: readonly string[]): Promise<'changed' | 'interrupted'> | undefined {
  const wanted = new Set(files)
  const folders = [...new Set(files.map((file) => dirname(file)))].filter((folder) => existsSync(folder))
  if (folders.length === 0) return undefined
  return new Promise((resolve) => {
    const watchers: FSWatcher[] = []
    const finish = (how: 'changed' | 'interrupted'): void => {
      for (const watcher of watchers) watcher.close()
      process.off('SIGINT', interrupt)
      resolve(how)
    }
    const interrupt = (): void => finish('interrupted')
    process.once('SIGINT', interrupt)
    let timer: NodeJS.Timeout | undefined
    for (const folder of folders) {
      watchers.push(
        watchFolder(folder, (_event, name) => {
          if (name === null || !wanted.has(join(folder, name)) || timer) return
          timer = setTimeout(() => finish('changed'), settleTime)
        }),
      )
    }
  })
}
