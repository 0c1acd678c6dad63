import { resolve } from 'node:path'
import type { Invocation } from '../command-line.ts'
import type { World } from '../world/world.ts'

/** Files that are known, or known to be unknown; without it, git is asked. */
export type ChangedFiles = readonly string[] | 'unknown'

/** An environment to read the build from, or what was wrong with the flags. */
export type BuildEnvironment =
  { readonly env: World['env']; readonly changed?: ChangedFiles | undefined } | { readonly problem: string }

const flagVariables: Readonly<Record<string, string>> = {
  branch: 'BUILDKITE_BRANCH',
  tag: 'BUILDKITE_TAG',
  commit: 'BUILDKITE_COMMIT',
  message: 'BUILDKITE_MESSAGE',
  'pull-request': 'BUILDKITE_PULL_REQUEST',
}

/**
 * The environment that the build is read from: a replayed context, otherwise the process's, with git's answers if no
 * build is running; the flags win over both.
 */
export async function buildEnvironment({ flags }: Invocation, world: World): Promise<BuildEnvironment> {
  const replayed = typeof flags['context'] === 'string' ? readContextFile(flags['context'], world) : undefined
  if (replayed && 'problem' in replayed) return replayed
  const env: Record<string, string | undefined> = { ...(replayed?.env ?? world.env) }
  if (!replayed && !env['BUILDKITE']) Object.assign(env, await localBuild(world, env))
  for (const [flag, variable] of Object.entries(flagVariables)) {
    if (typeof flags[flag] === 'string') env[variable] = flags[flag]
  }
  if (typeof flags['tag'] === 'string' && flags['branch'] === undefined) env['BUILDKITE_BRANCH'] = flags['tag']
  for (const pair of list(flags['env'])) {
    const equals = pair.indexOf('=')
    if (equals < 1) return { problem: `--env wants NAME=VALUE, not "${pair}"` }
    env[pair.slice(0, equals)] = pair.slice(equals + 1)
  }
  if (!/^(\d+|false|)$/.test(env['BUILDKITE_PULL_REQUEST'] ?? '')) return { problem: '--pull-request wants a number' }
  const changed = flags['changed'] === undefined ? replayed?.changed : list(flags['changed'])
  return { env, changed }
}

function list(flag: Invocation['flags'][string]): readonly string[] {
  return Array.isArray(flag) ? flag.filter((item): item is string => typeof item === 'string') : []
}

/** What git knows of the commit at hand, under the names a build has it by. */
async function localBuild(world: World, env: World['env']): Promise<Record<string, string>> {
  const wanted = Object.entries({
    // No answer if a commit, not a branch, is checked out.
    BUILDKITE_BRANCH: ['symbolic-ref', '--quiet', '--short', 'HEAD'],
    BUILDKITE_COMMIT: ['rev-parse', 'HEAD'],
    BUILDKITE_MESSAGE: ['log', '-1', '--format=%B'],
  }).filter(([name]) => !env[name])
  const answers = wanted.map(async ([name, args]): Promise<readonly [string, string][]> => {
    const { status, stdout } = await world.run('git', ['-C', world.cwd, ...args])
    return status === 0 ? [[name, stdout.trim()]] : []
  })
  return Object.fromEntries((await Promise.all(answers)).flat())
}

function readContextFile(
  path: string,
  world: World,
): { readonly env: Readonly<Record<string, string>>; readonly changed: ChangedFiles } | { readonly problem: string } {
  const text = world.readText(resolve(world.cwd, path))
  if (text === undefined) return { problem: `--context: there is no file ${path}` }
  const context = parseContext(text.replace(/^\uFEFF/, ''))
  if (context === undefined) return { problem: `--context: ${path} is not JSON` }
  const { env, changedFiles = 'unknown' } = context
  if (!isMapOfText(env)) return { problem: `--context: ${path} is no context: "env" wants a map of text` }
  if (changedFiles === 'unknown' || isListOfText(changedFiles)) return { env, changed: changedFiles }
  return { problem: `--context: ${path} is no context: "changedFiles" wants a list of text` }
}

/** Returns undefined if the text is not JSON; what is not an object has no members. */
function parseContext(text: string): { readonly env?: unknown; readonly changedFiles?: unknown } | undefined {
  try {
    return (JSON.parse(text) ?? {}) as object
  } catch {
    return undefined
  }
}

/** Whether a value that was read is a map of text. */
export function isMapOfText(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isListOfText(Object.values(value))
}

/** Whether a value that was read is a list of text. */
export function isListOfText(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
