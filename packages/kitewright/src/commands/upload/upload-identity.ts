import type { Invocation } from '../../command-line.ts'
import { contextOptions } from '../../context/context-options.ts'
import { secretNames } from '../../secrets/secret-variables.ts'
import type { Outside } from '../../world/world.ts'
import { hashOf } from './hash-of.ts'

/** What tells one call of `upload` from the others of a build, apart from what it uploads. */
export interface UploadIdentity {
  /** The step with its place among parallel jobs, what a matrix may vary in it, and the command line: the same in a retry. */
  readonly place: string
  /** This attempt of the job. */
  readonly job: string
  /** This run of the command. */
  readonly run: string
  /** Whether an earlier attempt of this job may have uploaded something. */
  readonly isRetry: boolean
  /** The environment of the job: see `variablesOf`. */
  readonly variables: string
}

/** Variables of the machine rather than the build, which a retry on another one has otherwise. */
const ofMachine =
  /^(?:CI|HOME|HOSTNAME|LANG|LC_.*|LOGNAME|OLDPWD|PATH|PWD|SHELL|SHLVL|TERM|TMPDIR|USER|_|AWS_ACCESS_.*|AWS_SE.*|SSH_.*|NODE_OPTIONS|NODE_PATH|npm_.*)$/

/**
 * Who uploads.
 *
 * @param declared The variables that the pipeline itself gives to the jobs of the build, a retry of this one among them.
 */
export function identityOf(
  { flags, positionals }: Invocation,
  world: Outside,
  { run, declared }: { readonly run: string; readonly declared: readonly string[] },
): UploadIdentity {
  const { env } = world
  const names = ['STEP_ID', 'PARALLEL_JOB', 'LABEL', 'COMMAND', 'PLUGINS', 'IMAGE', 'AGENT_META_DATA_QUEUE']
  const retries = Number(env['BUILDKITE_RETRY_COUNT'] ?? 0)
  const asked = Object.keys(contextOptions).map((name) => flags[name] ?? null)
  return {
    place: hashOf(JSON.stringify([names.map((name) => env[`BUILDKITE_${name}`] ?? ''), positionals, asked]), 8),
    job: hashOf(`${env['BUILDKITE_JOB_ID']} ${retries}`, 8),
    run,
    isRetry: retries > 0,
    variables: variablesOf(world, declared),
  }
}

/**
 * The environment that the build gave the job, as far as it tells two jobs of a matrix apart: hashes of names and values,
 * four digits each. The agent writes it to a file; in a container, which has no such file, it is what there is.
 */
export function variablesOf({ env, readText }: Pick<Outside, 'env' | 'readText'>, declared: readonly string[]): string {
  const file = env['BUILDKITE_ENV_FILE']
  const text = file === undefined ? undefined : readText(file)
  const given =
    text === undefined
      ? Object.keys(env).filter((name) => !ofMachine.test(name))
      : [...text.matchAll(/^(\w+)=/gm)].map(([, name]) => name as string)
  const isSecret = secretNames(env)
  const isTelling = (name: string): boolean =>
    !name.startsWith('BUILDKITE') && !isSecret(name) && !declared.includes(name)
  const names = given.filter(isTelling).toSorted()
  return names.map((name) => hashOf(name, 4) + hashOf(env[name] ?? '', 4)).join('') || '-'
}

/** Whether two environments are of different jobs of a matrix: a variable that both have has different values. */
export function areSiblings(one: string, other: string): boolean {
  const values = new Map(pairs(one))
  return pairs(other).some(([name, value]) => (values.get(name) ?? value) !== value)
}

function pairs(variables: string): readonly (readonly [name: string, value: string])[] {
  return [...variables.matchAll(/(\w{4})(\w{4})/g)].map(([, name = '', value = '']) => [name, value] as const)
}
