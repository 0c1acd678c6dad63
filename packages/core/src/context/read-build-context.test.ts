import { describe, expect, test } from 'vitest'
import { readBuildContext } from './read-build-context.ts'

function context(env: Record<string, string>, changed?: readonly string[]) {
  return readBuildContext({ env, changedFiles: () => changed })
}

test('empty and "false" are absent, lists are split, numbers are numbers', () => {
  const { build, pipeline, organization } = context({
    BUILDKITE_BRANCH: 'main',
    BUILDKITE_COMMIT: 'abc',
    BUILDKITE_TAG: '',
    BUILDKITE_BUILD_NUMBER: '7',
    BUILDKITE_PULL_REQUEST: 'false',
    BUILDKITE_BUILD_CREATOR: 'Ada',
    BUILDKITE_BUILD_CREATOR_TEAMS: 'a:b',
    BUILDKITE_PIPELINE_SLUG: 'payments',
    BUILDKITE_ORGANIZATION_SLUG: 'acme',
  })
  expect(build).toEqual({
    branch: 'main',
    commit: 'abc',
    number: 7,
    creator: { name: 'Ada', email: undefined, teams: ['a', 'b'] },
    author: { name: undefined, email: undefined, teams: [] },
    isTrusted: expect.any(Function) as unknown,
  })
  expect(pipeline).toEqual({ slug: 'payments' })
  expect(organization).toEqual({ slug: 'acme' })
})

test('a pull request, a merge queue and a parent build', () => {
  const { build } = context({
    BUILDKITE_PULL_REQUEST: '12',
    BUILDKITE_PULL_REQUEST_BASE_BRANCH: 'main',
    BUILDKITE_PULL_REQUEST_DRAFT: 'true',
    BUILDKITE_PULL_REQUEST_LABELS: 'bug,ui',
    BUILDKITE_MERGE_QUEUE_BASE_BRANCH: 'main',
    BUILDKITE_TRIGGERED_FROM_BUILD_ID: 'b1',
    BUILDKITE_TRIGGERED_FROM_BUILD_NUMBER: '3',
  })
  expect(build.pull_request).toEqual({ id: '12', base_branch: 'main', draft: true, labels: ['bug', 'ui'] })
  expect(build.merge_queue).toEqual({ base_branch: 'main' })
  expect(build.triggered_from).toEqual({ id: 'b1', number: 3 })
})

test.each<[boolean | undefined, string, string]>([
  [false, 'git@github.com:acme/payments.git', 'https://github.com/acme/payments'],
  [false, 'ssh://git@example.com:2222/acme/payments', 'git://example.com/acme/payments.git'],
  [false, 'https://token@github.com/Acme/Payments/', 'git@github.com:acme/payments.git'],
  [true, 'git@github.com:acme/payments.git', 'https://github.com/mallory/payments.git'],
  [true, 'git@github.com:acme/payments.git', 'https://github.com.example.com/acme/payments.git'],
  [undefined, 'git@github.com:acme/payments.git', ''],
])('a pull request comes from a fork: %s, %s, %s', (fork, own, other) => {
  const { build } = context({ BUILDKITE_PULL_REQUEST: '1', BUILDKITE_REPO: own, BUILDKITE_PULL_REQUEST_REPO: other })
  expect(build.pull_request?.fork).toBe(fork)
})

test.each<[boolean, readonly string[], Record<string, string>]>([
  [true, [], { BUILDKITE_BRANCH: 'main', BUILDKITE_PULL_REQUEST: 'false' }],
  [true, [], { BUILDKITE_BRANCH: 'trunk', BUILDKITE_PIPELINE_DEFAULT_BRANCH: 'trunk' }],
  [true, ['main', 'release'], { BUILDKITE_BRANCH: 'release' }],
  [false, [], { BUILDKITE_BRANCH: 'main', BUILDKITE_PULL_REQUEST: '7' }],
  [false, [], { BUILDKITE_BRANCH: 'main', BUILDKITE_TAG: 'main' }],
  [false, [], { BUILDKITE_BRANCH: 'main', BUILDKITE_MERGE_QUEUE_BASE_BRANCH: 'main' }],
  [false, [], { BUILDKITE_BRANCH: 'feature/main' }],
  [false, [], { BUILDKITE_BRANCH: 'main', BUILDKITE_PIPELINE_DEFAULT_BRANCH: 'trunk' }],
  [false, [''], {}],
  [false, [], {}],
])('a build is trusted: %s, %j, %j', (trusted, branches, env) => {
  expect(context(env).build.isTrusted(...branches)).toBe(trusted)
})

describe('affects', () => {
  test('says whether any changed file matches any glob', () => {
    const { affects, changedFiles } = context({}, ['services/payments/src/a.ts'])
    expect(changedFiles).toEqual(['services/payments/src/a.ts'])
    expect(affects('libs/**', 'services/payments/**')).toBe(true)
    expect(affects('libs/**')).toBe(false)
    expect(affects()).toBe(false)
  })

  test('is true where the changed files are not known, or a glob cannot be read', () => {
    expect(context({}).affects('libs/**')).toBe(true)
    expect(context({}).changedFiles).toBeUndefined()
    expect(context({}, ['a']).affects('{libs')).toBe(true)
  })

  test('asks for the changed files once, and only when needed', () => {
    let asked = 0
    const { affects } = readBuildContext({ env: {}, changedFiles: () => [`${asked++}`] })
    expect(asked).toBe(0)
    affects('a')
    affects('b')
    expect(asked).toBe(1)
  })
})
