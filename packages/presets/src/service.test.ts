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

test('answers stand behind the prefix of the service, so that two services of a pipeline do not answer for each other', () => {
  const environments = [{ name: 'prod', approval: { reason: true } }]
  const pipeline = service({ ...payments, prefix: 'pay', environments })
  expect(wireStep(pipeline, 'pay-deploy-to-production')?.['fields']).toEqual([
    { text: 'Why now?', key: 'pay-release-reason' },
  ])
})

test('what an approval asks is recorded by the deployment', () => {
  const approval = { reason: true, acceptance: true, fields: [{ text: 'Ticket', key: 'ticket' }] }
  const pipeline = service({ ...payments, environments: [{ name: 'test' }, { name: 'prod', approval }] })
  expect([wireStep(pipeline, 'deploy-test')?.['env'], wireStep(pipeline, 'deploy-production')?.['env']]).toEqual([
    { SERVICE: 'payments' },
    { SERVICE: 'payments', ANSWERS: 'release-reason release-qa release-acceptance ticket' },
  ])
})

test('release notes stand before the click, and where they fail it can be given', () => {
  const releaseNotes = { stories: 'PAY-[0-9]+', storyUrl: 'https://stories.example.com/' }
  const environments = [{ name: 'test' }, { name: 'prod', releaseNotes, agents: { queue: 'deploy' } }]
  const pipeline = service({ ...payments, environments })
  expect(shape(pipeline)).toEqual({
    ...usual,
    'release-notes-production': ['deploy-test'],
    'deploy-to-production': [{ step: 'release-notes-production', allow_failure: true }, 'deploy-test'],
  })
  expect(wireStep(pipeline, 'release-notes-production')).toEqual({
    label: ':memo: Release notes production',
    key: 'release-notes-production',
    command: '.buildkite/scripts/release-notes.sh prod',
    depends_on: ['deploy-test'],
    env: { SERVICE: 'payments', STORY_PATTERN: 'PAY-[0-9]+', STORY_URL: 'https://stories.example.com/' },
    agents: { queue: 'deploy' },
    soft_fail: true,
    timeout_in_minutes: 5,
  })
  expect(wireStep(pipeline, 'deploy-to-production')?.['prompt']).toBe(
    'The release notes on the page of the build tell what comes with it.',
  )
})

test('without a click, release notes are told all the same', () => {
  const pipeline = service({ ...payments, environments: [{ name: 'prod', releaseNotes: true, approval: false }] })
  expect(shape(pipeline)).toMatchObject({ 'release-notes-production': ['image'], 'deploy-production': ['image'] })
})

test('a deployment and its roll-back are marked; nothing fails by that', () => {
  const markers = { systems: ['sentry', 'splunk'] as const, secrets: ['SENTRY_AUTH_TOKEN'] }
  const environments = [
    { name: 'test', markers: ['splunk'] as const },
    { name: 'prod', smokeTest: 'smoke.sh', markers },
  ]
  const pipeline = service({ ...payments, environments })
  expect(shape(pipeline)).toMatchObject({
    'mark-test': 'deploy-test',
    'deploy-to-production': ['deploy-test'],
    'mark-production': 'deploy-production',
    'mark-roll-back-production': 'roll-back-production',
  })
  expect(wireStep(pipeline, 'mark-production')).toEqual({
    label: ':round_pushpin: Mark production',
    key: 'mark-production',
    command: '.buildkite/scripts/deploy-marker prod sentry splunk',
    depends_on: 'deploy-production',
    env: { SERVICE: 'payments' },
    secrets: ['SENTRY_AUTH_TOKEN'],
    soft_fail: true,
    timeout_in_minutes: 10,
  })
  expect(wireStep(pipeline, 'mark-roll-back-production')?.['command']).toBe(
    '.buildkite/scripts/deploy-marker prod --roll-back sentry splunk',
  )
})

test('what is told of a step goes with it', () => {
  const environments = [
    { name: 'test', markers: ['splunk'] as const },
    { name: 'prod', releaseNotes: true },
  ]
  const without = {
    'deploy-test': [command({ label: 'Own', key: 'own', command: 'own.sh' })],
    'approve-prod': false as const,
  }
  expect(Object.keys(shape(service({ ...payments, environments, stages: without })))).toEqual([
    'unit',
    'integration',
    'image',
    'own',
    'deploy-production',
  ])
})

test('PagerDuty is told by Buildkite itself, where the end of the build is enough', () => {
  const notify = [{ pagerduty_change_event: 'key' }]
  expect(compiled(service({ ...payments, notify }), main)).toMatchObject({ wire: { notify }, diagnostics: [] })
})

test('contracts are published and verified before the image, asked for before each deployment, and recorded after it', () => {
  const pact = { consumer: { pacts: 'contracts' }, provider: true, secrets: ['PACT_BROKER_TOKEN'] }
  const pipeline = service({
    ...payments,
    pact,
    environments: [{ name: 'test', smokeTest: 'smoke.sh' }, { name: 'prod' }],
  })
  expect(shape(pipeline)).toEqual({
    ...usual,
    'pact-publish': ['unit', 'integration'],
    'pact-verify': ['unit', 'integration'],
    image: ['pact-publish', 'pact-verify'],
    'pact-can-i-deploy-test': ['image'],
    'deploy-test': ['pact-can-i-deploy-test', 'image'],
    'smoke-test-test': ['deploy-test', 'image'],
    'roll-back-test': [{ step: 'smoke-test-test', allow_failure: true }, 'image'],
    'pact-record-test': ['smoke-test-test', 'image'],
    'deploy-to-production': [
      'pact-can-i-deploy-test',
      'deploy-test',
      'smoke-test-test',
      'roll-back-test',
      'pact-record-test',
    ],
    'pact-can-i-deploy-production': ['deploy-to-production'],
    'deploy-production': ['pact-can-i-deploy-production', 'deploy-to-production'],
    'pact-record-production': ['deploy-production', 'deploy-to-production'],
  })
  expect(Object.keys(shape(pipeline, pullRequest))).toEqual(['unit', 'integration'])
  const commands = ['pact-publish', 'pact-verify', 'pact-can-i-deploy-production', 'pact-record-production']
  expect(commands.map((key) => wireStep(pipeline, key)?.['command'])).toEqual([
    [
      "buildkite-agent artifact download 'contracts/*.json' .",
      'pact-broker publish contracts --consumer-app-version "$BUILDKITE_COMMIT" --branch "$BUILDKITE_BRANCH" --build-url "$BUILDKITE_BUILD_URL"',
    ],
    '.buildkite/scripts/test.sh pact',
    'pact-broker can-i-deploy --pacticipant payments --version "$BUILDKITE_COMMIT" --to-environment production --retry-while-unknown 20 --retry-interval 15',
    'pact-broker record-deployment --pacticipant payments --version "$BUILDKITE_COMMIT" --environment production',
  ])
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
