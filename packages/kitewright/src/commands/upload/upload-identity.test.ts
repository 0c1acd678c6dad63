import { expect, test } from 'vitest'
import { memoryWorld } from '../../world/memory-world.ts'
import { areSiblings, identityOf, type UploadIdentity, variablesOf } from './upload-identity.ts'

const env = { BUILDKITE_STEP_ID: 's', BUILDKITE_JOB_ID: 'j', BUILDKITE_LABEL: 'Shard 1', SHARD: '1' }
const identity = (
  changes: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
  flags = {},
): UploadIdentity =>
  identityOf({ positionals: args, flags }, memoryWorld('/', { ...env, ...changes }), { run: 'r', declared: [] })

const of = (variables: Readonly<Record<string, string>>, declared: readonly string[] = []): string =>
  variablesOf({ env: variables, readText: () => undefined }, declared)
const readText = (path: string): string | undefined =>
  path === '/job-env' ? 'SHARD="1"\nBUILDKITE_X="y"\n' : undefined
const ofFile = (variables: Readonly<Record<string, string>>): string =>
  variablesOf({ env: { BUILDKITE_ENV_FILE: '/job-env', ...variables }, readText }, [])

test('the place is that of the step, its parallel job or cell of a matrix, and the command line', () => {
  const places = [
    identity(),
    identity({ BUILDKITE_STEP_ID: 't' }),
    identity({ BUILDKITE_PARALLEL_JOB: '1' }),
    identity({ BUILDKITE_LABEL: 'Shard 2' }),
    identity({ BUILDKITE_AGENT_META_DATA_QUEUE: 'arm' }),
    identity({}, ['more.ts']),
    identity({}, ['more.ts'], { env: ['SHARD=2'] }),
  ].map(({ place }) => place)
  expect(new Set(places).size).toBe(places.length)
})

test('a retry is at the same place, whatever the machine, and another attempt', () => {
  const retry = identity({ BUILDKITE_JOB_ID: 'k', BUILDKITE_RETRY_COUNT: '1', BUILDKITE_AGENT_NAME: 'b', PATH: '/x' })
  expect([retry.place === identity().place, retry.job === identity().job, retry.isRetry]).toEqual([true, false, true])
  expect(areSiblings(retry.variables, identity().variables)).toBe(false)
})

test('jobs of a matrix are told by a variable that both have, with different values', () => {
  expect(areSiblings(of({ SHARD: '1', A: 'a' }), of({ SHARD: '2', A: 'a' }))).toBe(true)
  expect(areSiblings(of({ SHARD: '1' }), of({ SHARD: '1', ADDED: 'by the first upload' }))).toBe(false)
  expect(areSiblings(of({ MODE: 'x' }, ['MODE']), of({ MODE: 'y' }, ['MODE']))).toBe(false)
  expect(of({ MY_TOKEN: 'secret', HOME: '/root' })).toBe('-')
})

test('where the agent has written which variables are of the build, only those count', () => {
  expect(ofFile({ SHARD: '1', MACHINE: 'a' })).toBe(ofFile({ SHARD: '1', MACHINE: 'b' }))
  expect(areSiblings(ofFile({ SHARD: '1' }), ofFile({ SHARD: '2' }))).toBe(true)
})
