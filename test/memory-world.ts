import type { World } from '../packages/kitewright/src/world.ts'
import { processWorld } from '../packages/kitewright/src/process-world.ts'

/** A world whose output is kept, over the real file system. */
export interface MemoryWorld extends World {
  readonly printed: { stdout: string; stderr: string }
}

/** A world for one command line: a working directory, an environment, and nothing of this process's. */
export function memoryWorld(
  cwd: string,
  env: World['env'] = { BUILDKITE: 'true', BUILDKITE_BRANCH: 'main' },
): MemoryWorld {
  const { readText, listFiles, writeText, run, follow } = realWorld()
  const printed = { stdout: '', stderr: '' }
  const keep = (stream: 'stdout' | 'stderr') => ({
    isTerminal: false,
    write: (text: string): void => {
      printed[stream] += text
    },
  })
  return {
    cwd,
    env,
    readText,
    listFiles,
    writeText,
    run,
    follow,
    stdout: keep('stdout'),
    stderr: keep('stderr'),
    printed,
  }
}

/** The real world, without its turning of stdout to stderr. */
function realWorld(): World {
  const stdout = Object.getOwnPropertyDescriptor(process, 'stdout')
  const world = processWorld()
  if (stdout) Object.defineProperty(process, 'stdout', stdout)
  return world
}
