import {
  command,
  compile,
  type Definition,
  evaluatePipeline,
  givenContext,
  type GivenContext,
  type Step,
} from '@kitewright/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../../test/runs.ts'
import type { Environment } from './environment.ts'
import { service } from './service.ts'
import type { Between, ServiceOptions, StageName } from './service-options.ts'

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}[a-z0-9]$/)
const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined })

const environment: fc.Arbitrary<Environment> = fc.record({
  name,
  on: optional(fc.constantFrom('branch' as const, 'tag' as const)),
  approval: optional(fc.oneof(fc.boolean(), fc.record({ reason: fc.boolean(), acceptance: fc.boolean() }))),
  smokeTest: optional(fc.constant('scripts/smoke.sh')),
  releaseNotes: optional(fc.oneof(fc.boolean(), fc.record({ stories: fc.constant('PAY-[0-9]+') }))),
  markers: optional(
    fc.oneof(
      fc.subarray(['new-relic', 'sentry', 'splunk', 'pagerduty'] as const),
      fc.record({ systems: fc.constant(['sentry'] as const), secrets: fc.constant(['SENTRY_AUTH_TOKEN']) }),
    ),
  ),
  timeout_in_minutes: fc.integer({ min: 1, max: 240 }),
})

const anyOptions: fc.Arbitrary<ServiceOptions> = fc
  .record({
    name,
    tests: optional(fc.uniqueArray(name, { maxLength: 3 })),
    images: optional(fc.uniqueArray(name, { maxLength: 3 })),
    environments: optional(
      fc.uniqueArray(environment, { maxLength: 4, selector: ({ name: own }) => (own === 'prod' ? 'production' : own) }),
    ),
    branches: optional(fc.array(fc.constantFrom('main', 'release'), { maxLength: 2 })),
    folder: optional(fc.constantFrom('services/a', 'b')),
    prefix: optional(name),
    scripts: optional(fc.constantFrom('scripts', 'ci/bin')),
    agents: optional(fc.constant({ queue: 'builders' })),
    pact: optional(
      fc.record({
        consumer: fc.oneof(fc.boolean(), fc.record({ pacts: fc.constant('contracts') })),
        provider: fc.boolean(),
        cli: optional(fc.constant('docker run --rm pactfoundation/pact-cli')),
      }),
    ),
    notify: optional(fc.constant([{ slack: '#deploys' }])),
    own: fc.nat({ max: 7 }),
    removed: fc.subarray(['tests', 'image', 'contracts'] as const),
  })
  .map(({ own, removed, ...options }) => ({
    ...options,
    stages: Object.fromEntries(
      removed
        .filter((stage) => stage !== 'contracts' || options.pact !== undefined)
        .map((stage) => [stage, false as const]),
    ),
    ...betweens(options.environments ?? [{ name: 'prod' }], own),
  }))

const ownStep = (key: string): Between => command({ label: key, key: `own-${key}`, command: `own.sh ${key}` })

/** Own steps before and after some stages. */
function betweens(environments: readonly Environment[], bits: number): Pick<ServiceOptions, 'before' | 'after'> {
  const [first] = environments
  const stage: StageName = first === undefined ? 'image' : `deploy-${first.name}`
  return {
    before: bits & 1 ? { tests: ownStep('first') } : {},
    after: {
      ...(bits & 2 && { [stage]: ownStep('after') }),
      ...(bits & 4 && { tests: () => [ownStep('scan') as Step] }),
    },
  }
}

const branchBuilds: readonly GivenContext[] = [
  { build: { branch: 'main' } },
  { build: { branch: 'release' } },
  { build: { branch: 'v1', tag: 'v1' } },
]
const tested: readonly GivenContext[] = [
  ...['main', 'release', 'feature/x'].map((branch) => ({
    build: { branch, pull_request: { id: '7', draft: false, labels: [] } },
  })),
  { build: { branch: 'main', merge_queue: {} } },
  { build: { branch: 'feature/x' } },
  { build: { branch: 'main' }, pipeline: { default_branch: 'trunk' } },
]

interface WireStep {
  readonly key: string
  readonly block?: string
  readonly command?: string | readonly string[]
  readonly secrets?: unknown
  readonly depends_on?: readonly (string | { readonly step: string })[]
}

function stepsOf(options: ServiceOptions, given: GivenContext): readonly WireStep[] {
  const { wire, diagnostics } = compile(evaluatePipeline(service(options), givenContext(given)) as Definition)
  expect(diagnostics).toEqual([])
  return wire['steps'] as unknown as readonly WireStep[]
}

const deploys = ({ command: line }: WireStep): boolean => / ?(?:^|\/)deploy (?!.*--roll-back)/.test(String(line ?? ''))

/** Whether a step has a place only where something is deployed. */
const isOfDelivery = ({ block, command: line = '', secrets }: WireStep): boolean =>
  block !== undefined || secrets !== undefined || /release-notes\.sh|deploy-marker|pact/.test([line].flat().join('\n'))

/** Whether a step cannot start before a consent of an environment was given. */
function isBehind(steps: readonly WireStep[], start: WireStep, block: string): boolean {
  const waitsFor = (start.depends_on ?? []).map((edge) => (typeof edge === 'string' ? edge : edge.step))
  return waitsFor.some((key) => {
    const step = steps.find((each) => each.key === key)
    return step !== undefined && (step.block?.endsWith(block) === true || isBehind(steps, step, block))
  })
}

describe('whatever the options', () => {
  test('a pull request, a merge queue and another branch deploy nothing, and are given no token', () => {
    fc.assert(
      fc.property(anyOptions, fc.constantFrom(...tested), (options, given) => {
        fc.pre(!(options.branches?.includes(given.build?.branch ?? '') && given.pipeline !== undefined))
        expect(stepsOf(options, given).filter((step) => deploys(step) || isOfDelivery(step))).toEqual([])
      }),
      { numRuns: runs(100) },
    )
  })

  test('no diagnostic is raised, and nothing that wants a consent starts without it', () => {
    fc.assert(
      fc.property(anyOptions, fc.constantFrom(...branchBuilds), (options, given) => {
        const steps = stepsOf(options, given)
        const environments = options.environments ?? [{ name: 'test' }, { name: 'prod' }]
        const ungated = environments.filter(({ name: own, approval }, index) => {
          const deployment = steps.find((step) => deploys(step) && String(step.command).endsWith(`deploy ${own}`))
          const wanted = approval ?? index > 0
          const title = own === 'prod' ? 'production' : own
          return deployment && wanted && !isBehind(steps, deployment, `Deploy to ${title}`)
        })
        expect(ungated).toEqual([])
      }),
      { numRuns: runs(100) },
    )
  })
})
