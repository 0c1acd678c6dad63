import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { kitewrightBin, serviceFolder } from '../temporary-folder.ts'

/** How a run of the command ended. */
export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A repository with files in `.buildkite/`, in which `kitewright` can be imported. */
export function repository(files: Readonly<Record<string, string>>): string {
  return serviceFolder(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [join('.buildkite', name), text])),
  )
}

/** What a run is given. */
export interface RunOptions {
  readonly env: Readonly<Record<string, string>>
  /** The agent on the PATH; none unless given. */
  readonly agent?: string | undefined
  /** The job is cancelled as soon as this is said on stderr. */
  readonly cancelAt?: string | undefined
  /** The job is killed with all that it has started as soon as this is said on stderr, or after so many milliseconds. */
  readonly killAt?: string | number | undefined
  /** The command's file: the installed one unless given. */
  readonly bin?: string | undefined
}

/** Runs the command in a job's environment. */
export function runKitewright(
  folder: string,
  args: readonly string[],
  { env, agent, cancelAt, killAt, bin = kitewrightBin }: RunOptions,
): Promise<Run> {
  const programs = [...(agent === undefined ? [] : [dirname(agent)]), dirname(process.execPath), '/usr/bin', '/bin']
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    detached: killAt !== undefined,
    env: { HOME: folder, TMPDIR: process.env['TMPDIR'], PATH: programs.join(delimiter), ...env },
  })
  const kill = (): unknown => process.kill(-(child.pid as number), 'SIGKILL')
  const timer = typeof killAt === 'number' ? setTimeout(kill, killAt) : undefined
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text
    if (cancelAt !== undefined && !child.killed && said.stderr.includes(cancelAt)) child.kill('SIGTERM')
    if (typeof killAt === 'string' && said.stderr.includes(killAt)) kill()
  })
  return new Promise<Run>((resolve) => child.on('close', (code) => resolve({ code, ...said }))).finally(() =>
    clearTimeout(timer),
  )
}
