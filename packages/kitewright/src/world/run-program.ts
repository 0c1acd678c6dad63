import { spawn } from 'node:child_process'
import { limitOf, overdueStatus, overdueWords } from './time-limits.ts'
import type { Output, ProcessResult, RunOptions } from './world.ts'

/** Signals that end a job (the agent sends SIGTERM) or a command at a terminal. */
const endings = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/** How long what a program has started may keep its output open once it has ended itself, in milliseconds. */
const grace = 300

/** How long a program whose time is over has to end by itself, in milliseconds. */
const patience = 5_000

/** Runs a program and collects what it says. One that takes too long is ended, which is said on `stderr`. */
export function runProgram(
  program: string,
  args: readonly string[],
  { input, env = process.env, log, takesSignals = false, inherits = false, limit }: RunOptions,
  stderr: Output,
): Promise<ProcessResult> {
  const child = spawn(program, args, { env, stdio: inherits ? 'inherit' : 'pipe' })
  const said = { stdout: '', stderr: '' }
  let told = 0
  // Whole lines only: what is to be hidden in them may come in two pieces.
  const tell = (end: number): void => {
    if (end > told) log?.write(said.stderr.slice(told, end))
    told = Math.max(told, end)
  }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text
    tell(said.stderr.lastIndexOf('\n') + 1)
  })
  // A program that ends without reading its input says why by its exit status.
  child.stdin?.on('error', () => {}).end(input ?? '')
  let ending: NodeJS.Signals | undefined
  const pass = (signal: NodeJS.Signals): void => {
    ending = signal
    child.kill(signal)
  }
  if (takesSignals) for (const signal of endings) process.on(signal, pass)
  const seconds = limitOf(program, limit)
  const timers: NodeJS.Timeout[] = []
  let isOverdue = false
  const endOverdue = (): void => {
    isOverdue = true
    if (seconds !== undefined) stderr.write(overdueWords(program, args, seconds))
    child.kill('SIGTERM')
    timers.push(setTimeout(() => child.kill('SIGKILL'), patience))
  }
  if (seconds !== undefined) timers.push(setTimeout(endOverdue, seconds * 1000))
  return new Promise<ProcessResult>((resolve) => {
    const end = (status: number | null, signal: NodeJS.Signals | null): void => {
      tell(said.stderr.length)
      if (isOverdue) return resolve({ ...said, status: overdueStatus })
      // Some programs answer a signal with an exit status of their own.
      const by = signal ?? (status === 0 ? undefined : ending)
      resolve({ ...said, status: status ?? 1, signal: by })
    }
    child.on('error', () => resolve(said))
    child.on('close', end)
    child.on('exit', (status, signal) => {
      setTimeout(() => {
        child.stdout?.destroy()
        child.stderr?.destroy()
        end(status, signal)
      }, grace).unref()
    })
  }).finally(() => {
    for (const timer of timers) clearTimeout(timer)
    for (const signal of endings) process.off(signal, pass)
  })
}
