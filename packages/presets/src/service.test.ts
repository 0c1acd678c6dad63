import {
  block,
  command,
  compile,
  type Compilation,
  type Definition,
  evaluatePipeline,
  type GivenContext,
  givenContext,
  type Pipeline,
} from '@kitewright/core'
import { expect, test } from 'vitest'
import { service } from './service.ts'

const main: GivenContext = { build: { branch: 'main' } }
const pullRequest: GivenContext = {
  build: { branch: 'feature/x', pull_request: { id: '7', draft: false, labels: [] } },
}

function compiled(pipeline: Pipeline, given: GivenContext): Compilation {
  return compile(evaluatePipeline(pipeline, givenContext(given)) as Definition)
}

type Wire = Readonly<Record<string, unknown>>

/** What each step is called, and what it waits for. */
function shape(pipeline: Pipeline, given: GivenContext = main): Readonly<Record<string, unknown>> {
  const { wire, diagnostics } = compiled(pipeline, given)
  expect(diagnostics).toEqual([])
  return Object.fromEntries((wire['steps'] as readonly Wire[]).map(({ key, depends_on = [] }) => [key, depends_on]))
}

function wireStep(pipeline: Pipeline, key: string, given: GivenContext = main): Wire | undefined {
  return (compiled(pipeline, given).wire['steps'] as readonly Wire[]).find((step) => step['key'] === key)
}

const payments = { name: 'payments' }
const usual = {
  unit: [],
  integration: [],
  image: ['unit', 'integration'],
  'deploy-test': ['image'],
  'deploy-to-production': ['deploy-test'],
  'deploy-production': ['deploy-to-production'],
}

test('a name gives tests, an image, test, a click and production', () => {
  expect(shape(service(payments))).toEqual(usual)
})

test.each<readonly [string, GivenContext]>([
  ['a pull request', pullRequest],
  ['a pull request from a branch called main', { build: { ...pullRequest.build, branch: 'main' } }],
  ['another branch', { build: { branch: 'feature/x' } }],
  ['a merge queue', { build: { branch: 'main', merge_queue: {} } }],
  ['a tag', { build: { branch: 'v1', tag: 'v1' } }],
  ['a tag that is called as the branch', { build: { branch: 'main', tag: 'main' } }],
  ['a branch called main where another is the default one', { ...main, pipeline: { default_branch: 'trunk' } }],
])('%s runs the tests alone', (_, given) => {
  expect(shape(service(payments), given)).toEqual({ unit: [], integration: [] })
})

test('production is gated by its click', () => {
  const { graph } = compiled(service(payments), main)
  expect(Object.keys(graph.gates)).toEqual(['deploy-production'])
})

test('stages are removed, replaced and wrapped, with own steps between', () => {
  const scan = command({ label: 'Scan', key: 'scan', command: 'scan.sh' })
  const lint = command({ label: 'Lint', key: 'lint', command: 'lint.sh' })
  const pipeline = service({
    ...payments,
    stages: {
      tests: (tests, { build }) => [tests, !build.pull_request && lint],
      image: [command({ label: 'Bake', key: 'bake', command: 'bake.sh' })],
      'approve-prod': false,
    },
    after: { image: scan },
    before: { tests: () => [command({ label: 'Set up', key: 'set-up', command: 'set-up.sh' })] },
  })
  expect(shape(pipeline)).toEqual({
    'set-up': [],
    unit: ['set-up'],
    integration: ['set-up'],
    lint: ['set-up'],
    bake: ['unit', 'integration', 'lint'],
    scan: ['bake'],
    'deploy-test': ['scan'],
    'deploy-production': ['deploy-test'],
  })
  expect(Object.keys(shape(pipeline, pullRequest))).toEqual(['set-up', 'unit', 'integration'])
})

test('a stage that is not there is told of, in every build', () => {
  const pipeline = service({ ...payments, after: { 'deploy-staging': [] } })
  expect(() => compiled(pipeline, pullRequest)).toThrow(
    "service({ name: 'payments' }) has no stage deploy-staging: its stages are tests, image, approve-test, deploy-test, approve-prod, deploy-prod",
  )
})

test('each environment but the first has its click, its queue of deployments and its time', () => {
  const environments = [{ name: 'test' }, { name: 'staging', timeout_in_minutes: 60 }, { name: 'prod' }]
  const pipeline = service({ ...payments, environments })
  expect(shape(pipeline)).toMatchObject({
    'deploy-to-staging': ['deploy-test'],
    'deploy-staging': ['deploy-to-staging'],
    'deploy-to-production': ['deploy-staging'],
  })
  expect(wireStep(pipeline, 'deploy-staging')).toMatchObject({
    command: '.buildkite/scripts/deploy staging',
    timeout_in_minutes: 60,
    concurrency_group: 'payments/staging',
  })
})

test('a tag is a release where an environment says so', () => {
  const pipeline = service({ ...payments, environments: [{ name: 'test' }, { name: 'prod', on: 'tag' }] })
  expect(Object.keys(shape(pipeline))).toEqual(['unit', 'integration', 'image', 'deploy-test'])
  expect(Object.keys(shape(pipeline, { build: { branch: 'v1', tag: 'v1' } }))).toEqual([
    'unit',
    'integration',
    'image',
    'deploy-to-production',
    'deploy-production',
  ])
})

test('several images are built side by side, and a stack is given them all', () => {
  const pipeline = service({ ...payments, images: ['payments', { imageName: 'worker', dockerfile: 'w.Dockerfile' }] })
  expect(wireStep(pipeline, 'image-worker')?.['command']).toBe(
    '.buildkite/scripts/docker-tag.sh --image worker --file w.Dockerfile',
  )
  expect(wireStep(pipeline, 'deploy-test')).toMatchObject({
    depends_on: ['image', 'image-worker'],
    env: { SERVICE: 'payments', IMAGES: 'payments worker' },
  })
})

test('a library has tests alone; without images, a stack is given none', () => {
  expect(Object.keys(shape(service({ ...payments, images: [], environments: [] })))).toEqual(['unit', 'integration'])
  expect(wireStep(service({ ...payments, images: [] }), 'deploy-test')?.['env']).toEqual({
    SERVICE: 'payments',
    IMAGES: 'none',
  })
})

test('a smoke test that fails brings back what was there, and nothing goes on', () => {
  const pipeline = service({ ...payments, environments: [{ name: 'test', smokeTest: 'smoke.sh' }, { name: 'prod' }] })
  expect(shape(pipeline)).toMatchObject({
    'smoke-test-test': ['deploy-test', 'image'],
    'roll-back-test': [{ step: 'smoke-test-test', allow_failure: true }, 'image'],
    'deploy-to-production': ['deploy-test', 'smoke-test-test', 'roll-back-test'],
  })
})

test('what an approval asks is kept with the build', () => {
  const approval = { reason: true, acceptance: true, releaseNotes: true, allowed_teams: ['leads'] }
  const pipeline = service({ ...payments, environments: [{ name: 'test' }, { name: 'prod', approval }] })
  const { fields, allowed_teams } = wireStep(pipeline, 'deploy-to-production') ?? {}
  expect({ keys: (fields as readonly Wire[]).map(({ key }) => key), allowed_teams }).toEqual({
    keys: ['release-reason', 'release-notes', 'release-qa', 'release-acceptance'],
    allowed_teams: ['leads'],
  })
})

const changing = (file: string): GivenContext => ({ ...pullRequest, changedFiles: [file] })

test('several services share a pipeline by their prefixes, each for its own folder', () => {
  const folder = { ...payments, folder: 'services/payments', prefix: 'payments', watch: ['libs/**'] }
  expect(shape(service(folder), changing('libs/money/a.go'))).toEqual({
    'payments-unit': [],
    'payments-integration': [],
  })
  expect(wireStep(service(folder), 'payments-unit', changing('services/payments/a.go'))).toMatchObject({
    label: ':test_tube: payments: Unit',
    env: { SERVICE_FOLDER: 'services/payments' },
  })
})

test('agents, and whom a delivery tells, are of the pipeline', () => {
  const pipeline = service({ ...payments, agents: { queue: 'builders' }, notify: [{ slack: '#deploys' }] })
  const attributes = (given: GivenContext): unknown => {
    const { steps: _steps, ...others } = compiled(pipeline, given).wire
    return others
  }
  expect([attributes(main), attributes(pullRequest)]).toEqual([
    { agents: { queue: 'builders' }, notify: [{ slack: '#deploys' }] },
    { agents: { queue: 'builders' } },
  ])
})

test('a consent that was replaced gates what it stands before', () => {
  const signed = block({ block: 'Signed', key: 'signed' })
  const { graph, diagnostics } = compiled(service({ ...payments, stages: { 'approve-prod': [signed] } }), main)
  expect({ gates: Object.keys(graph.gates), diagnostics }).toEqual({ gates: ['deploy-production'], diagnostics: [] })
})
