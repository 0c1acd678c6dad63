import { block, command, definePipeline, trigger } from '@kitewright/core'
import { describe, expect, test } from 'vitest'
import { InvalidPipeline, simulate, simulateAsync, simulateBuilds } from '../simulate.ts'

const pipeline = definePipeline(({ build }) => {
  const unit = command({ label: ':test_tube: Unit', command: 'scripts/test.sh unit', timeout_in_minutes: 5 })
  const integration = command({ label: ':docker: Integration', command: 'scripts/test.sh integration' })
  if (build.pull_request) return [unit, integration]
  const image = command({ label: ':package: Image', command: 'scripts/docker-tag.sh', depends_on: [unit, integration] })
  const deployTest = command({
    label: ':rocket: Deploy test',
    command: 'scripts/deploy test',
    depends_on: image,
    concurrency: 1,
    concurrency_group: 'payments/test',
  })
  const release = block({ block: 'Deploy to production', depends_on: deployTest })
  const deployProd = command({
    label: ':rocket: Deploy production',
    command: 'scripts/deploy prod',
    depends_on: release,
    concurrency: 1,
    concurrency_group: 'payments/prod',
  })
  return [unit, integration, image, deployTest, release, deployProd]
})

const why = (run: ReturnType<typeof simulate>): object =>
  Object.fromEntries(run.steps.map((step) => [step.key, step.why]))

describe('a build', () => {
  test('of main waits for a person', () => {
    const run = simulate(pipeline, { durations: { unit: '2m', image: '5m' } })
    expect({ state: run.build.state, duration: run.duration, waitingAt: run.waitingAt(), order: run.order() }).toEqual({
      state: 'blocked',
      duration: 480,
      waitingAt: ['deploy-to-production'],
      order: ['unit', 'integration', 'image', 'deploy-test', 'deploy-to-production'],
    })
    expect(why(run)).toEqual({
      unit: 'passed',
      integration: 'passed',
      image: 'passed, started after step "unit"',
      'deploy-test': 'passed, started after step "image"',
      'deploy-to-production': 'not started: waits for a person to continue it',
      'deploy-production': 'not started: waits for block "Deploy to production"',
    })
  })

  test('goes on when somebody continues it after two hours', () => {
    const run = simulate(pipeline, {
      unblock: { 'deploy-to-production': { after: '2h', fields: { reason: 'story 12' } } },
    })
    const { start, finish, waitedFor } = run.step('deploy-production')
    expect({
      state: run.build.state,
      start,
      finish,
      waitedFor,
      criticalPath: run.criticalPath,
      bounds: run.bounds,
    }).toEqual({
      state: 'passed',
      start: 7380,
      finish: 7440,
      waitedFor: { dependency: 7380, concurrency: 0, agent: 0 },
      criticalPath: ['integration', 'image', 'deploy-test', 'deploy-to-production', 'deploy-production'],
      bounds: { criticalPath: 7440, work: 0 },
    })
  })

  test('of which a test fails says why the rest did not start', () => {
    const run = simulate(pipeline, { outcomes: { integration: 2 } })
    expect(run.build.state).toBe('failed')
    expect([run.why('image'), run.why('deploy-production')]).toEqual([
      'not started: step "integration" failed with exit status 2',
      'not started: block "Deploy to production" did not run, since step "integration" failed with exit status 2',
    ])
  })

  test('of a pull request has the steps that its function gives', () => {
    const run = simulate(pipeline, { build: { branch: 'x', pull_request: { id: '7', draft: false, labels: [] } } })
    expect(run.steps.map(({ key }) => key)).toEqual(['unit', 'integration'])
    expect(run.build.state).toBe('passed')
  })

  test('waits for agents', () => {
    const { builds, oneMoreAgent, queues } = simulateBuilds([{ pipeline }], { agents: { default: 1 } })
    expect(builds[0]?.step('integration').waitedFor).toEqual({ dependency: 0, concurrency: 0, agent: 60 })
    expect(oneMoreAgent()).toEqual({ default: { duration: 180, saved: 60 } })
    expect(queues).toEqual({ default: { agents: 1, busy: 240, utilisation: 1 } })
  })

  test('gives the same timeline again, as plain JSON', () => {
    const scenario = { durations: { unit: { quantiles: ['1m', '3m', '10m'] } }, seed: 7 }
    const { timeline } = simulate(pipeline, scenario)
    expect(simulate(pipeline, scenario).timeline).toEqual(timeline)
    expect(JSON.parse(JSON.stringify(timeline))).toEqual(timeline)
    expect(simulate(pipeline, { ...scenario, seed: 8 }).duration).not.toBe(timeline.duration)
  })
})

const unblock = (at: string): object => ({ unblock: { 'deploy-to-production': { at } } })

test('of two builds, the older one that is unblocked last deploys last', () => {
  const { builds } = simulateBuilds([
    { pipeline, scenario: unblock('2h') },
    { pipeline, at: '5m', scenario: unblock('1h') },
  ])
  expect(builds.map((one) => one.step('deploy-production').start)).toEqual([7200, 3900])
})

test('a trigger step waits for the build that it starts', () => {
  const parent = definePipeline([
    trigger({ trigger: 'deploy', build: { branch: 'release' } }),
    command({ key: 'after', command: 'x' }),
  ])
  const child = definePipeline([
    command({ key: 'go', command: 'go', if: 'build.branch == "release"' }),
    command({ key: 'never', command: 'x', if: 'build.branch == "main"' }),
  ])
  const { builds } = simulateBuilds([
    {
      pipeline: parent,
      scenario: { pipelines: { deploy: { pipeline: child, scenario: { outcomes: { go: 'failed' } } } } },
    },
  ])
  expect(builds.map(({ build, steps }) => [build.id, build.state, ...steps.map((step) => step.why)])).toEqual([
    ['1', 'failed', 'failed with exit status 1', 'passed'],
    ['1/trigger/deploy#1', 'failed', 'failed with exit status 1', 'skipped: `if` is false, build.branch is "release"'],
  ])
})

test('a step may upload more, which those behind it wait for', () => {
  const more = definePipeline([command({ key: 'more', command: 'x' })])
  const generating = definePipeline([
    command({ key: 'generate', command: 'x' }),
    command({ key: 'deploy', command: 'x', depends_on: 'generate' }),
  ])
  const run = simulate(generating, { uploads: { generate: more }, durations: { more: '10m' } })
  expect(run.steps.map(({ key, start, finish, uploadedBy }) => [key, start, finish, uploadedBy])).toEqual([
    ['generate', 0, 60, undefined],
    ['deploy', 660, 720, undefined],
    ['more', 60, 660, 'generate'],
  ])
})

describe('refuses', () => {
  test('a pipeline with errors', () => {
    const faulty = definePipeline([command({ key: 'a', command: 'x', depends_on: 'b' })])
    expect(() => simulate(faulty)).toThrow(InvalidPipeline)
    expect(() => simulate(faulty)).toThrow(/error\[KW1002\]: step "a" depends on "b"/)
  })

  test('a step that nobody knows', () => {
    expect(() => simulate(pipeline, { outcomes: { imgae: 'failed' } })).toThrow(
      'outcomes: this build has no step "imgae"; did you mean "image"?',
    )
    expect(() => simulate(pipeline).why('unitt')).toThrow('this build has no step "unitt"; did you mean "unit"?')
  })

  test('an async function, which simulateAsync takes', async () => {
    const later = definePipeline(async () => [command({ key: 'a', command: 'x' })])
    expect(() => simulate(later)).toThrow('simulate it with simulateAsync')
    expect((await simulateAsync(later)).build.state).toBe('passed')
  })
})
