import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { leaveOut } from '../left-out.ts'
import { runs } from '../runs.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** An installed buildkite-agent. */
export interface Agent {
  /** Like `v3.137.0`. */
  readonly version: string
  /** What it was made from, as scripts/install-agent.mjs noted. */
  readonly madeFrom: string
  readonly program: string
}

/** What a dry run printed: one uploaded pipeline for each document, and the log. */
export interface DryRun {
  readonly failed: boolean
  readonly uploads: readonly Upload[]
  readonly log: string
}

/** A pipeline as the agent would upload it. */
export type Upload = Readonly<Record<string, unknown>>

const cache = fileURLToPath(new URL('../../.cache/buildkite-agent/', import.meta.url))
const executable = process.platform === 'win32' ? 'buildkite-agent.exe' : 'buildkite-agent'

/** All agents that scripts/install-agent.mjs has installed. */
export const agents: readonly Agent[] = (existsSync(cache) ? readdirSync(cache) : [])
  .map((version) => ({ version, folder: join(cache, version) }))
  .filter(({ folder }) => existsSync(join(folder, 'made-from.txt')))
  .map(({ version, folder }) => ({
    version,
    madeFrom: readFileSync(join(folder, 'made-from.txt'), 'utf8').trim(),
    program: join(folder, executable),
  }))

/**
 * Groups tests that need the real agent, once for each installed version. Where there is none they are skipped; with
 * KITEWRIGHT_REQUIRE_AGENT=1, as in CI, a missing agent is a failure.
 */
export function describeAgents(name: string, body: (agent: Agent) => void): void {
  for (const agent of agents) {
    describe(`${name}, by agent ${agent.version}`, { timeout: runs(300_000) }, () => {
      body(agent)
    })
  }
  if (agents.length > 0) return
  if (process.env['KITEWRIGHT_REQUIRE_AGENT'] !== '1') {
    leaveOut(name, 'no agent is installed (node scripts/install-agent.mjs installs one)')
    return
  }
  test(`${name}: an agent is installed`, () => {
    expect(agents.map(({ version }) => version)).toContain('v3.137.0')
  })
}

export interface DryRunOptions {
  /** The agent's whole environment, beside what it needs to start. */
  readonly env?: Readonly<Record<string, string>> | undefined
  /** More flags, like `--no-interpolation`. */
  readonly flags?: readonly string[] | undefined
  /** Files beside the pipeline, in the agent's working directory. */
  readonly files?: Readonly<Record<string, string>> | undefined
}

/** Hands texts to `buildkite-agent pipeline upload --dry-run`, as files, in a directory of their own without git. */
export function dryRun(agent: Agent, texts: readonly string[], options: DryRunOptions = {}): DryRun {
  const pipelines = Object.fromEntries(texts.map((text, index) => [`pipeline-${index}.yml`, text]))
  return dryRunIn(temporaryFolder({ ...pipelines, ...options.files }), agent, Object.keys(pipelines), options)
}

/** The same with files that lie in a directory. */
export function dryRunIn(
  directory: string,
  { program }: Agent,
  names: readonly string[],
  options: DryRunOptions = {},
): DryRun {
  const parameters = [
    'pipeline',
    'upload',
    '--dry-run',
    '--format',
    'json',
    '--no-color',
    ...(options.flags ?? []),
    ...names,
  ]
  const { status, stdout, stderr, error } = spawnSync(program, parameters, {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    // v3 wants some token even for a dry run (docs/spec/upload.md §3).
    env: { HOME: directory, PATH: '', BUILDKITE_AGENT_ACCESS_TOKEN: 'none-needed', ...options.env },
  })
  if (error !== undefined) throw error
  return { failed: status !== 0, uploads: splitDocuments(stdout), log: stderr }
}

/** The agent prints one indented JSON document after another. */
function splitDocuments(stdout: string): Upload[] {
  return stdout
    .split(/^(?=\{)/m)
    .filter((document) => document.trim() !== '')
    .map((document) => JSON.parse(document) as Upload)
}
