import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { ApartResult } from './world.ts'

const endings = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/**
 * Runs a program that writes its output to descriptor 3: what goes to descriptor 1, its children's too, comes out on
 * stderr. It is ended with all that it has started when its time is over, or when this process is told to end.
 *
 * @param seconds How long it may run.
 */
export function runApart(program: string, args: readonly string[], seconds: number): Promise<ApartResult> {
  const child = spawn(program, args, { stdio: ['inherit', 2, 2, 'pipe'], detached: true })
  let output = ''
  let isOverdue = false
  const given = child.stdio[3] as Readable
  given.setEncoding('utf8').on('data', (text: string) => (output += text))
  const kill = (): void => killGroup(child.pid)
  const timer = setTimeout(() => {
    isOverdue = true
    kill()
  }, seconds * 1000)
  const end = (signal: NodeJS.Signals): void => {
    kill()
    for (const other of endings) process.off(other, end)
    process.kill(process.pid, signal)
  }
  for (const signal of endings) process.on(signal, end)
  return new Promise<ApartResult>((resolve, reject) => {
    child.on('error', reject)
    // Descriptor 3 is closed with it: Node hands it on to nobody.
    child.on('close', (status, signal) =>
      resolve({ output, isOverdue, status: status ?? undefined, signal: signal ?? undefined }),
    )
  }).finally(() => {
    clearTimeout(timer)
    for (const signal of endings) process.off(signal, end)
  })
}

/** A detached child leads a group of its own, which what it has started belongs to; not so on Windows. */
function killGroup(leader: number | undefined): void {
  if (leader === undefined) return
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, 'SIGKILL')
  } catch (error) {
    // It has ended in this very moment.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
