import { spawn } from 'node:child_process'
import type { Output, ProcessInput, ProcessResult } from './world.ts'

/** Signals that end a job (the agent sends SIGTERM) or a command at a terminal. */
const endings = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/** Runs a program, passing its stderr on while it runs, and to it the signals that are meant to end it. */
export function follow(
  program: string,
  args: readonly string[],
  { input, env }: ProcessInput = {},
  stderr: Output,
): Promise<ProcessResult> {
  const child = spawn(program, args, { env: env ?? process.env })
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text
    stderr.write(text)
  })
  // A program that ends without reading its input says why by its exit status.
  child.stdin.on('error', () => {})
  child.stdin.end(input ?? '')
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal)
  for (const signal of endings) process.on(signal, pass)
  return new Promise<ProcessResult>((resolve) => {
    child.on('error', () => resolve(said))
    child.on('close', (status, signal) => resolve({ ...said, status: status ?? 1, signal: signal ?? undefined }))
  }).finally(() => {
    for (const signal of endings) process.off(signal, pass)
  })
}
