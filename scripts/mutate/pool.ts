import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Baseline } from './baseline.ts'
import type { Mutation } from './mutations.ts'
import type { Outcome } from './tester.ts'
import type { Reply, Request } from './worker.ts'

/** A mutant of a file. */
export interface Mutant {
  readonly file: string
  readonly mutation: Mutation
}

/** A mutant that does not come back by itself is stopped from outside. */
const longest = 300_000

/** Runs the tests as they are, in a process of its own. */
export async function baselineOf(
  root: string,
  sources: readonly string[],
  tests: readonly string[],
): Promise<Baseline> {
  const worker = start()
  const baseline = await ask(worker, { ask: 'baseline', root, sources, tests })
  worker.kill()
  if (baseline === undefined) throw new Error('the tests could not be run as they are')
  return baseline as Baseline
}

/** Tests mutants in several processes; their outcomes come in the order of the mutants. */
export async function testAll(
  root: string,
  baseline: Baseline,
  mutants: readonly Mutant[],
  { workers, onOutcome }: { readonly workers: number; readonly onOutcome: (done: number) => void },
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  let next = 0
  let done = 0
  await Promise.all(Array.from({ length: workers }, work))
  return outcomes

  async function work(): Promise<void> {
    let worker: ChildProcess | undefined
    while (next < mutants.length) {
      const index = next++
      worker ??= await ready()
      const { file, mutation } = mutants[index] as Mutant
      const outcome = await ask(worker, { ask: 'test', file, mutation }, longest)
      if (outcome === undefined) {
        worker.kill('SIGKILL')
        worker = undefined
      }
      outcomes[index] = (outcome as Outcome | undefined) ?? { status: 'timed out', tests: 0 }
      onOutcome(++done)
    }
    worker?.kill()
  }

  async function ready(): Promise<ChildProcess> {
    const worker = start()
    await ask(worker, { ask: 'prepare', root, baseline })
    return worker
  }
}

function start(): ChildProcess {
  return fork(fileURLToPath(new URL('worker.ts', import.meta.url)), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** A worker's answer; undefined where it dies, or takes longer than it may. */
function ask(worker: ChildProcess, request: Request, most?: number): Promise<Reply | undefined> {
  return new Promise((settle) => {
    const timer = most === undefined ? undefined : setTimeout(() => end(undefined), most)
    const end = (reply: Reply | undefined): void => {
      clearTimeout(timer)
      worker.off('message', end).off('exit', die)
      settle(reply)
    }
    const die = (): void => end(undefined)
    worker.on('message', end).on('exit', die)
    worker.send(request)
  })
}
