import type { ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'
import { endWithParent } from './end-with-parent.ts'
import type { ApartResult } from './world.ts'

const endings = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/** As much as is taken of an output, in characters: no pipeline is as large. */
const longest = 64 * 1024 * 1024

/**
 * Collects what a process writes to descriptor 3. It is ended when its time is over, and when this process ends.
 *
 * @param isLeader Whether it leads a group, with which it is ended.
 * @param seconds How long it may run.
 */
export function awaitApart(child: ChildProcess, isLeader: boolean, seconds: number): Promise<ApartResult> {
  const target = child.pid === undefined ? undefined : isLeader ? -child.pid : child.pid
  const kill = (): void => killNow(target)
  const letGo = target === undefined ? undefined : endWithParent(target)
  let output = ''
  let isOverdue = false
  const given = child.stdio[3] as Readable
  given.setEncoding('utf8').on('data', (text: string) => {
    output += text
    if (output.length > longest) kill()
  })
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
    letGo?.()
    for (const signal of endings) process.off(signal, end)
  })
}

function killNow(target: number | undefined): void {
  if (target === undefined) return
  try {
    process.kill(target, 'SIGKILL')
  } catch (error) {
    // It has ended in this very moment.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
