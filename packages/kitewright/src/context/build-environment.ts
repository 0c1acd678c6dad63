import type { Invocation } from '../command-line.ts'
import type { World } from '../world/world.ts'
import { type ChangedFiles, readContextFile } from './context-file.ts'
import { listOf, readPair } from './given-variables.ts'

/** An environment to read the build from, or what was wrong with the flags. */
export type BuildEnvironment =
  { readonly env: World['env']; readonly changed?: ChangedFiles | undefined } | { readonly problem: string }

const flagVariables: Readonly<Record<string, string>> = {
  branch: 'BUILDKITE_BRANCH',
  tag: 'BUILDKITE_TAG',
  commit: 'BUILDKITE_COMMIT',
  message: 'BUILDKITE_MESSAGE',
  'pull-request': 'BUILDKITE_PULL_REQUEST',
  since: 'KITEWRIGHT_SINCE',
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
  for (const pair of listOf(flags['env'])) {
    const read = readPair(pair)
    if (read === undefined) return { problem: `--env wants NAME=VALUE, not "${pair}"` }
    env[read[0]] = read[1]
  }
  if (!/^(\d+|false|)$/.test(env['BUILDKITE_PULL_REQUEST'] ?? '')) return { problem: '--pull-request wants a number' }
  const changed = flags['changed'] === undefined ? replayed?.changed : listOf(flags['changed'])
  return { env, changed }
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
