import { filesWithInput, processWorld, writingFrom } from './process-world.ts'
import type { Outside } from './world.ts'

/** A world whose output is kept, over the real file system. */
export interface MemoryWorld extends Outside {
  readonly printed: { stdout: string; stderr: string }
}

/** A world for tests of one command line: a working directory, an environment, what it reads, and nothing of this process's. */
export function memoryWorld(
  cwd: string,
  env: Outside['env'] = { BUILDKITE: 'true', BUILDKITE_BRANCH: 'main' },
  input = '',
): MemoryWorld {
  const printed = { stdout: '', stderr: '' }
  const keep = (stream: 'stdout' | 'stderr') => ({
    isTerminal: false,
    write: (text: string): void => {
      printed[stream] += text
    },
  })
  return {
    ...processWorld(),
    ...filesWithInput(cwd, () => Buffer.from(input)),
    ...writingFrom(cwd),
    cwd,
    env,
    ask: undefined,
    runApart: undefined,
    stdout: keep('stdout'),
    stderr: keep('stderr'),
    printed,
  }
}
