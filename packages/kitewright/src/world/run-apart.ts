import { spawn } from 'node:child_process'
import { awaitApart } from './await-apart.ts'
import type { ApartResult } from './world.ts'

/**
 * Runs a program that writes its output to descriptor 3: what goes to descriptor 1, its children's too, comes out on
 * stderr. It is ended with all that it has started when its time is over, or when this process is told to end.
 *
 * @param seconds How long it may run.
 */
export function runApart(program: string, args: readonly string[], seconds: number): Promise<ApartResult> {
  const child = spawn(program, args, { stdio: ['inherit', 2, 2, 'pipe'], detached: true })
  // A detached child leads a group of its own, which what it has started belongs to; not so on Windows.
  return awaitApart(child, process.platform !== 'win32', seconds)
}
