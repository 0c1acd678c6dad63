import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { root } from '../source-files.ts'

/** How a run of the command ended. */
export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A repository with files in `.buildkite/`, in which `kitewright` can be imported. */
export function repository(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kitewright-upload-')))
  const home = join(folder, '.buildkite')
  mkdirSync(join(home, 'node_modules'), { recursive: true })
  symlinkSync(join(root, 'packages/kitewright'), join(home, 'node_modules/kitewright'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text)
  return folder
}

/** What a run is given. */
export interface RunOptions {
  readonly env: Readonly<Record<string, string>>
  /** The agent on the PATH; none unless given. */
  readonly agent?: string | undefined
  /** When the job is cancelled, in milliseconds: never unless given. */
  readonly killAfter?: number | undefined
  /** The command's file: that of the sources unless given. */
  readonly bin?: string | undefined
}

const sources = join(root, 'packages/kitewright/bin/kitewright.mjs')

/** Runs the command in a job's environment. */
export function runKitewright(
  folder: string,
  args: readonly string[],
  { env, agent, killAfter, bin = sources }: RunOptions,
): Promise<Run> {
  const programs = [...(agent === undefined ? [] : [dirname(agent)]), dirname(process.execPath), '/usr/bin', '/bin']
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    env: { HOME: folder, PATH: programs.join(delimiter), ...env },
  })
  if (killAfter !== undefined) setTimeout(() => child.kill('SIGTERM'), killAfter)
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })))
}
