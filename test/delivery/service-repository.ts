import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { root } from '../source-files.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** A repository with an example service in it, and its commits. */
export interface ServiceRepository {
  readonly folder: string
  /** Commits all that has changed; the commit. */
  readonly commit: (message: string) => string
  readonly run: (line: string, env: Readonly<Record<string, string>>) => Ended
  /** The same, while this process answers what the line asks it. */
  readonly runBeside: (line: string, env: Readonly<Record<string, string>>) => Promise<Ended>
  readonly start: (line: string, env: Readonly<Record<string, string>>) => ChildProcess
}

export interface Ended {
  readonly code: number | null
  /** The last line of stdout: what a script is asked for. */
  readonly answer: string
  /** The last line of stderr: what it says where it fails. */
  readonly problem: string
  /** All that it said. */
  readonly output: string
}

/**
 * A copy of a service in a git repository of its own.
 *
 * @param from Where it is: the example of that name unless told.
 */
export function serviceRepository(name: string, from: string = join(root, 'examples', name)): ServiceRepository {
  const folder = join(temporaryFolder(), name)
  cpSync(from, folder, {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  })
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim()
  git('init', '--quiet', '--initial-branch', 'main')
  const commit = (message: string): string => {
    git('add', '--all')
    git('commit', '--quiet', '--allow-empty', '--message', message)
    return git('rev-parse', 'HEAD')
  }
  commit('The service')
  return {
    folder,
    commit,
    run: (line, env) => {
      const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
        cwd: folder,
        encoding: 'utf8',
        env: withoutBuild(env),
      })
      return endedWith(status, stdout, stderr)
    },
    runBeside: (line, env) => runBeside(line, folder, env),
    start: (line, env) => spawn('sh', ['-c', `exec ${line}`], { cwd: folder, env: withoutBuild(env), stdio: 'pipe' }),
  }
}

/** Runs a line of shell in a folder, while this process answers what it asks it. */
export async function runBeside(line: string, cwd: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn('sh', ['-ec', line], { cwd, env: withoutBuild(env), stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr] = await Promise.all([textOf(child.stdout), textOf(child.stderr)])
  if (child.exitCode === null) await once(child, 'exit')
  return endedWith(child.exitCode, stdout, stderr)
}

function endedWith(code: number | null, stdout: string, stderr: string): Ended {
  return { code, answer: lastLine(stdout), problem: lastLine(stderr), output: `${stdout}${stderr}` }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}

/** The environment of this process without the build that it may run in. */
export function withoutBuild(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:BUILDKITE|DOCKER|AWS)/.test(name))
  return { ...Object.fromEntries(own), ...env }
}
