import {
  block,
  command,
  externalStep,
  type CommandOptions,
  compile,
  type Definition,
  definePipeline,
  evaluatePipeline,
  givenContext,
  type GivenContext,
  type Graph,
  group,
  input,
  type PipelineOptions,
  type Step,
  trigger,
  wait,
} from '@kitewright/core'
import { describe, expect, test } from 'vitest'
import type { BuildScenario, SharedScenario } from './simulate/scenario.ts'
import { simulateGraphs } from './simulate/simulate-graphs.ts'
import type { SimulatedBuild } from './simulate/simulated-build.ts'
import type { StepTimeline, Timeline } from './simulate/timeline.ts'

// Each rule of docs/spec/semantics.md, by its section. Every job takes a minute unless told.

type Given = BuildScenario &
  SharedScenario &
  GivenContext & { readonly uploads?: Readonly<Record<string, readonly Step[]>> }

function graphOf(steps: readonly Step[] | PipelineOptions): Graph {
  return compile(evaluatePipeline(definePipeline(steps), givenContext()) as Definition).graph
}

function buildOf(
  steps: readonly Step[] | PipelineOptions,
  { uploads = {}, ...given }: Given,
  id = '1',
): SimulatedBuild {
  const graphs = Object.entries(uploads).map(([key, more]) => [key, [{ graph: graphOf(more) }]] as const)
  return { id, graph: graphOf(steps), context: givenContext(given), scenario: given, uploads: new Map(graphs) }
}

function run(steps: readonly Step[] | PipelineOptions, given: Given = {}): Timeline {
  return simulateGraphs([buildOf(steps, given)], given)
}

/** What became of each step that has a key: `0-1 passed` in minutes, or why it did not run. */
function told(timeline: Timeline, build = 0): Readonly<Record<string, string>> {
  const { steps = [], state = '' } = timeline.builds[build] ?? {}
  const shown = steps.filter(({ key, kind }) => !key.includes('#') && kind !== 'group')
  return { ...Object.fromEntries(shown.map((step) => [step.key, toldStep(step)])), build: state }
}

function toldStep({ start, finish, state, outcome, why, jobs }: StepTimeline): string {
  if (start === undefined || jobs.every((job) => job.start === undefined)) return why
  return `${start / 60}-${finish === undefined ? '' : finish / 60} ${outcome === 'neutral' ? state : outcome}`
}

const step = (key: string, options: Partial<CommandOptions> = {}): Step => command({ key, command: key, ...options })
const fails = (...keys: readonly string[]): Given => ({
  outcomes: Object.fromEntries(keys.map((key) => [key, 'failed' as const])),
})
const go = (...keys: readonly string[]): Given => ({
  unblock: Object.fromEntries(keys.map((key) => [key, true as const])),
})
const tolerant = { allow_dependency_failure: true }

type Row = readonly [rule: string, steps: readonly Step[], given: Given, expected: Readonly<Record<string, string>>]

const passed = (start: number): string => `${start}-${start + 1} passed`
const failed = (start: number): string => `${start}-${start + 1} hard_failed`
const because = (key: string): string => `not started: step "${key}" failed with exit status 1`

test.each<Row>([
  [
    '§2: a step that is skipped, of another branch or whose `if` is false is left out',
    [step('a', { skip: 'flaky' }), step('b', { branches: 'release/*' }), step('c', { if: 'build.tag != null' })],
    {},
    {
      a: 'skipped: `skip` says "flaky"',
      b: 'skipped: `branches` is "release/*", build.branch is "main"',
      c: 'skipped: `if` is false, build.tag is null',
      build: 'not_run',
    },
  ],
  [
    '§2: a step whose `if_changed` matches no changed file is left out',
    [step('a', { if_changed: 'docs/**' }), step('b', { if_changed: { include: '**', exclude: 'src/**' } })],
    { changedFiles: ['src/a.ts'] },
    {
      a: 'skipped: no changed file matches `if_changed`: docs/**',
      b: 'skipped: no changed file matches `if_changed`: **',
      build: 'not_run',
    },
  ],
  [
    '§2: where nobody knows what changed, `if_changed` leaves nothing out',
    [step('a', { if_changed: 'docs/**' })],
    {},
    { a: passed(0), build: 'passed' },
  ],
  [
    '§2: `if` and `skip` of a group are those of each of its steps too',
    [group({ group: 'g', if: 'build.branch == "x"', steps: [step('a'), step('b', { if: 'build.branch == "main"' })] })],
    {},
    {
      a: 'skipped: `if` of its group is false, build.branch is "main"',
      b: 'skipped: `if` of its group is false, build.branch is "main"',
      build: 'not_run',
    },
  ],
  [
    '§2: `parallelism: 0` is no job',
    [step('a', { parallelism: 0 }), step('b', { depends_on: 'a' })],
    {},
    { a: 'skipped: `parallelism` is 0', b: passed(0), build: 'passed' },
  ],
  [
    '§3: a wait waits for all steps before it, and holds all after it',
    [step('a'), step('b'), wait(), step('c'), wait(), step('d')],
    { durations: { b: '2m' } },
    { a: passed(0), b: '0-2 passed', c: passed(2), d: passed(3), build: 'passed' },
  ],
  [
    '§3: a step with `depends_on` waits for nothing else, and is waited for by later waits',
    [step('a'), wait(), step('b', { depends_on: [] }), wait(), step('c')],
    { durations: { b: '3m' } },
    { a: passed(0), b: '0-3 passed', c: passed(3), build: 'passed' },
  ],
  [
    '§3: waits in a group are its own; one before it holds its steps; one after it waits for all of them',
    [
      step('a'),
      wait(),
      group({ group: 'g', steps: [step('b'), wait(), step('c')] }),
      group({ group: 'h', steps: [step('d')] }),
      wait(),
      step('e'),
    ],
    {},
    { a: passed(0), b: passed(1), c: passed(2), d: passed(1), e: passed(3), build: 'passed' },
  ],
  [
    "§3: a group's `depends_on` holds all of its steps, and a dependency on the group is one on all of them",
    [
      step('a'),
      group({ group: 'G', key: 'g', depends_on: 'a', steps: [step('b'), step('c', { depends_on: [] })] }),
      step('d', { depends_on: 'g' }),
    ],
    { durations: { c: '2m' } },
    { a: passed(0), b: passed(1), c: '1-3 passed', d: passed(3), build: 'passed' },
  ],
  [
    '§3: an input holds nothing up, and the build waits for it',
    [step('a'), input({ input: 'Notes', key: 'i' }), wait(), step('b')],
    {},
    { a: passed(0), i: 'not started: waits for a person to continue it', b: passed(1), build: 'blocked' },
  ],
  [
    '§3.1: a wait beside a block is dropped',
    [step('a'), wait({ key: 'w' }), block({ block: 'Go', key: 'go' }), step('b')],
    go('go'),
    {
      a: passed(0),
      w: 'left out: block "Go" stands beside it and is the barrier',
      go: 'passed, started after step "a"',
      b: passed(1),
      build: 'passed',
    },
  ],
  [
    '§3.1: a wait beside a block that the build does not have stays',
    [step('a'), wait(), block({ block: 'Go', key: 'go', if: 'build.tag != null' }), step('b')],
    {},
    { a: passed(0), go: 'skipped: `if` is false, build.tag is null', b: passed(1), build: 'passed' },
  ],
  [
    '§4: failure stops those that depend on it, and all behind them',
    [step('a'), step('b', { depends_on: 'a' }), step('c', { depends_on: 'b' })],
    fails('a'),
    {
      a: failed(0),
      b: because('a'),
      c: 'not started: step "b" did not run, since step "a" failed with exit status 1',
      build: 'failed',
    },
  ],
  [
    '§4: `allow_failure` on the edge, or `allow_dependency_failure` on the step, lets it run; the build fails all the same',
    [
      step('a'),
      step('b', { depends_on: { step: 'a', allow_failure: true } }),
      step('c', { depends_on: 'a', ...tolerant }),
    ],
    fails('a'),
    { a: failed(0), b: passed(1), c: passed(1), build: 'failed' },
  ],
  [
    '§4: who tolerates failure also runs behind a step that did not run',
    [step('a'), step('b', { depends_on: 'a' }), step('c', { depends_on: 'b', ...tolerant })],
    fails('a'),
    { a: failed(0), b: because('a'), c: passed(1), build: 'failed' },
  ],
  [
    '§4: a soft failure counts as passed',
    [step('a', { soft_fail: true }), step('b', { depends_on: 'a' })],
    fails('a'),
    { a: '0-1 soft_failed', b: passed(1), build: 'passed' },
  ],
  [
    '§4: what a left-out step waits for is not waited for by those behind it',
    [step('a'), step('b', { depends_on: 'a', skip: true }), step('c', { depends_on: 'b' })],
    {},
    { a: passed(0), b: 'skipped: `skip` is set', c: passed(0), build: 'passed' },
  ],
  [
    '§4: also past a block',
    [block({ block: 'Go', key: 'go' }), step('b', { depends_on: 'go', skip: true }), step('c', { depends_on: 'b' })],
    {},
    {
      go: 'not started: waits for a person to continue it',
      b: 'skipped: `skip` is set',
      c: passed(0),
      build: 'blocked',
    },
  ],
  [
    '§4: behind a canceled step nothing runs, whatever it tolerates',
    [step('a'), step('b', { depends_on: 'a', ...tolerant })],
    { cancel: [{ at: 30, step: 'a' }] },
    { a: '0-0.5 errored', b: 'not started: step "a" was canceled', build: 'failed' },
  ],
  [
    '§5: behind a wait that failed nothing runs, `continue_on_failure` or not',
    [step('a'), wait(), step('b'), wait({ continue_on_failure: true }), step('c')],
    fails('a'),
    {
      a: failed(0),
      b: 'not started: a wait did not run, since step "a" failed with exit status 1',
      c: 'not started: a wait did not run, since step "a" failed with exit status 1',
      build: 'failed',
    },
  ],
  [
    '§5: a chain of waits with `continue_on_failure` runs whole',
    [step('a'), wait({ continue_on_failure: true }), step('b'), wait({ continue_on_failure: true }), step('c')],
    fails('a', 'b'),
    { a: failed(0), b: failed(1), c: passed(2), build: 'failed' },
  ],
  [
    '§5: where a job before it was canceled, `continue_on_failure` does not go on',
    [step('a'), wait({ continue_on_failure: true }), step('b')],
    { cancel: [{ at: 30, step: 'a' }] },
    { a: '0-0.5 errored', b: 'not started: a wait did not run, since step "a" was canceled', build: 'failed' },
  ],
  [
    '§6: a block may be unblocked before its turn; those behind it still wait for the steps before it',
    [step('a'), block({ block: 'Go', key: 'go' }), step('b')],
    { unblock: { go: { at: 10 } } },
    { a: passed(0), go: 'passed, started after step "a"', b: passed(1), build: 'passed' },
  ],
  [
    '§6: behind a failure a block is not offered',
    [step('a'), block({ block: 'Go', key: 'go' }), step('b')],
    { ...go('go'), ...fails('a') },
    {
      a: failed(0),
      go: because('a'),
      b: 'not started: block "Go" did not run, since step "a" failed with exit status 1',
      build: 'failed',
    },
  ],
  [
    '§7: a rule of retry is used up to its limit, the first that takes the failure decides',
    [
      step('a', {
        retry: {
          automatic: [
            { exit_status: 2, limit: 1 },
            { exit_status: '*', limit: 2 },
          ],
        },
      }),
      step('b', { depends_on: 'a' }),
    ],
    { outcomes: { a: [2, 1, 1, 0] } },
    { a: '0-4 passed', b: passed(4), build: 'passed' },
  ],
  [
    '§7: a failure is retried before it is asked whether it is soft',
    [step('a', { soft_fail: true, retry: { automatic: { limit: 1 } } })],
    fails('a'),
    { a: '0-2 soft_failed', build: 'passed' },
  ],
  [
    '§7: the agent that was lost is -1, which "*" takes',
    [step('a', { retry: { automatic: true } })],
    { outcomes: { a: [-1, 'passed'] } },
    { a: '0-2 passed', build: 'passed' },
  ],
  [
    '§7: signals are asked too, with and without SIG',
    [
      step('a', { retry: { automatic: { signal: 'kill', limit: 1 } } }),
      step('b', { retry: { automatic: { signal: 'term' } } }),
    ],
    { outcomes: { a: [{ signal: 'SIGKILL' }, 0], b: { signal: 'SIGKILL' } } },
    { a: '0-2 passed', b: failed(0), build: 'failed' },
  ],
  [
    '§7: a person may run a failed job again; what did not run because of it runs then',
    [step('a'), step('b', { depends_on: 'a' })],
    { outcomes: { a: ['failed', 'passed'] }, retry: [{ at: '5m', step: 'a' }] },
    { a: '0-6 passed', b: passed(6), build: 'passed' },
  ],
  [
    '§7: unless `manual` says no',
    [step('a', { retry: { manual: false } })],
    { outcomes: { a: ['failed', 'passed'] }, retry: [{ at: '5m', step: 'a' }] },
    { a: failed(0), build: 'failed' },
  ],
  [
    '§7: a step is as bad as its worst job',
    [step('a', { parallelism: 3 }), step('b', { depends_on: 'a' })],
    fails('a[1]'),
    { a: failed(0), b: because('a'), build: 'failed' },
  ],
  [
    '§7: an adjustment of a matrix has its own `soft_fail`, and may leave its combination out',
    [
      command({
        key: 'a',
        command: 'x {{matrix}}',
        matrix: {
          setup: ['x', 'y', 'z'],
          adjustments: [
            { with: 'y', soft_fail: true },
            { with: 'z', skip: true },
          ],
        },
      } as never),
    ],
    fails('a[y]', 'a[z]'),
    { a: '0-1 soft_failed', build: 'passed' },
  ],
  [
    '§7: a promised failure makes the build fail at once',
    [step('a'), step('b', { cancel_on_build_failing: true })],
    { outcomes: { a: { exitStatus: 1, promisedAfter: 15 } } },
    { a: failed(0), b: '0-0.25 errored', build: 'failed' },
  ],
  [
    '§8: `cancel_on_build_failing` cancels running jobs, and leaves others',
    [
      step('a'),
      step('b', { cancel_on_build_failing: true }),
      step('c', { depends_on: 'a', cancel_on_build_failing: true, ...tolerant }),
    ],
    { ...fails('a'), durations: { b: '5m' } },
    { a: failed(0), b: '0-1 errored', c: passed(1), build: 'failed' },
  ],
  [
    '§8: a soft failure, and one that is retried, cancel nothing',
    [
      step('a', { soft_fail: true }),
      step('b', { retry: { automatic: { limit: 1 } } }),
      step('c', { cancel_on_build_failing: true }),
    ],
    { outcomes: { a: 'failed', b: ['failed', 'passed'] }, durations: { c: '3m' } },
    { a: '0-1 soft_failed', b: '0-2 passed', c: '0-3 passed', build: 'passed' },
  ],
  [
    '§9: a job ends at its timeout, and nothing runs behind it',
    [step('a', { timeout_in_minutes: 2 }), step('b', { depends_on: 'a' })],
    { durations: { a: '9m' } },
    { a: '0-2 errored', b: 'not started: step "a" timed out', build: 'failed' },
  ],
  [
    '§9: one that timed out is tried again as canceled',
    [step('a', { timeout_in_minutes: 2, retry: { automatic: { signal_reason: 'cancel', limit: 1 } } })],
    { durations: { a: ['9m', '1m'] } },
    { a: '0-3 passed', build: 'passed' },
  ],
  [
    '§9: a canceled build ends, whatever goes on after failures',
    [step('a'), wait({ continue_on_failure: true }), step('b')],
    { cancel: [{ at: 30 }] },
    { a: '0-0.5 errored', b: 'canceled with the build', build: 'canceled' },
  ],
  [
    '§10: the jobs of a concurrency group run one after the other, a later one also waits for one that is not ready',
    [
      step('a'),
      step('b', { depends_on: 'a', concurrency: 1, concurrency_group: 'g' }),
      step('c', { concurrency: 1, concurrency_group: 'g' }),
    ],
    {},
    { a: passed(0), b: passed(1), c: passed(2), build: 'passed' },
  ],
  [
    '§10: an eager one does not wait for that',
    [
      step('a'),
      step('b', { depends_on: 'a', concurrency: 1, concurrency_group: 'g', concurrency_method: 'eager' }),
      step('c', { concurrency: 1, concurrency_group: 'g', concurrency_method: 'eager' }),
    ],
    { durations: { c: '2m' } },
    { a: passed(0), b: passed(2), c: '0-2 passed', build: 'passed' },
  ],
  [
    '§10: a job behind a block is not in the queue',
    [
      block({ block: 'Go', key: 'go' }),
      step('b', { concurrency: 1, concurrency_group: 'g' }),
      step('c', { depends_on: [], concurrency: 1, concurrency_group: 'g' }),
    ],
    { unblock: { go: { at: '5m' } } },
    { go: 'passed', b: passed(5), c: passed(0), build: 'passed' },
  ],
  [
    '§10: each job is asked its own limit, and one that may not does not stop the others',
    [
      step('a', { concurrency: 2, concurrency_group: 'g' }),
      step('b', { concurrency: 1, concurrency_group: 'g' }),
      step('c', { concurrency: 3, concurrency_group: 'g' }),
    ],
    {},
    { a: passed(0), b: passed(1), c: passed(0), build: 'passed' },
  ],
  [
    '§10: the higher priority gets the agent, then the older job',
    [step('a'), step('b'), step('c', { priority: 5 })],
    { agents: 1 },
    { a: passed(1), b: passed(2), c: passed(0), build: 'passed' },
  ],
  [
    '§10: a queue without an agent is waited for',
    [step('a', { agents: { queue: 'gpu' } }), step('b', { depends_on: 'a' })],
    { agents: { gpu: 0 } },
    {
      a: 'not started: waits for an agent of queue "gpu"',
      b: 'not started: waits for step "a", which waits for an agent of queue "gpu"',
      build: 'scheduled',
    },
  ],
  [
    '§11: a trigger step waits for its build, one that is async does not',
    [
      trigger({ key: 'a', trigger: 'x' }),
      trigger({ key: 'b', trigger: 'x', async: true }),
      step('c', { depends_on: 'b' }),
    ],
    fails('a'),
    { a: failed(0), b: '0-0 passed', c: passed(0), build: 'failed' },
  ],
  [
    '§11: `soft_fail` of a trigger step forgives it',
    [trigger({ key: 'a', trigger: 'x', soft_fail: true })],
    fails('a'),
    { a: '0-1 soft_failed', build: 'passed' },
  ],
  [
    '§12: uploaded steps wait for the uploader, and waits behind it for them',
    [step('a'), wait(), step('b')],
    { uploads: { a: [step('more'), step('free', { depends_on: [] })] } },
    { a: passed(0), b: passed(2), more: passed(1), free: passed(1), build: 'passed' },
  ],
  [
    '§12: who depends on the uploader fails with what it uploaded',
    [step('a'), step('b', { depends_on: 'a' })],
    { uploads: { a: [step('more')] }, ...fails('more') },
    { a: passed(0), b: because('more'), more: failed(1), build: 'failed' },
  ],
  [
    '§1.1: a build in which every step is left out was not run',
    [step('a', { skip: true }), wait()],
    {},
    { a: 'skipped: `skip` is set', build: 'not_run' },
  ],
])('%s', (_, steps, given, expected) => {
  const { [`a`]: first, ...rest } = told(run(steps, given))
  expect({ ...(first !== undefined && { a: first }), ...rest }).toEqual(expected)
})

const deploy = (id: string, at: number): SimulatedBuild => ({
  ...buildOf([step('a', { concurrency: 1, concurrency_group: 'prod' })], {}, id),
  at: at * 60_000,
})

describe('§10: builds share concurrency groups and agents', () => {
  test('the older build comes first', () => {
    const timeline = simulateGraphs([deploy('new', 0.5), deploy('old', 0)], {})
    expect([told(timeline, 0)['a'], told(timeline, 1)['a']]).toEqual(['1-2 passed', '0-1 passed'])
  })

  test('a gate of the same group around some steps lets one build at a time through', () => {
    const gate = { concurrency: 1, concurrency_group: 'gate' }
    const steps = [step('open', gate), wait(), step('work'), wait(), step('close', gate)]
    const timeline = simulateGraphs([buildOf(steps, {}, '1'), buildOf(steps, {}, '2')], {})
    expect([told(timeline, 0)['close'], told(timeline, 1)['open']]).toEqual(['2-3 passed', '3-4 passed'])
  })
})

const ended = ({ builds }: Timeline): readonly (readonly [string, string])[] =>
  builds.map(({ state, steps: [first] }) => [state, first?.why ?? ''])

const triggered = () => ({ graph: graphOf([step('c')]), context: givenContext(), scenario: {}, pipeline: 'child' })

describe('§9: a newer build of the branch', () => {
  const steps = [step('a', { agents: { queue: 'one' } }), wait(), step('b')]
  const at = (id: string, minutes: number, given: Given = {}, of = steps): SimulatedBuild => ({
    ...buildOf(of, given, id),
    at: minutes * 60_000,
  })
  const both = { skip_queued_branch_builds: true, cancel_running_branch_builds: true }

  test('cancels one that runs, where the setting says so', () => {
    const timeline = simulateGraphs([at('1', 0), at('2', 0.5)], { cancel_running_branch_builds: true })
    expect([told(timeline, 0), told(timeline, 1)]).toEqual([
      {
        a: '0-0.5 errored',
        b: 'canceled with the build, since a newer one of the branch was created',
        build: 'canceled',
      },
      { a: '0.5-1.5 passed', b: '1.5-2.5 passed', build: 'passed' },
    ])
  })

  test('skips one that has not started, where the setting says so', () => {
    const builds = [at('1', 0), at('2', 0.25), at('3', 0.5)]
    const timeline = simulateGraphs(builds, { agents: { one: 1 }, skip_queued_branch_builds: true })
    expect(ended(timeline)).toEqual([
      ['passed', 'passed'],
      ['skipped', 'skipped: a newer build of the branch was created before this one started'],
      ['passed', 'passed'],
    ])
  })

  test.each<[string, SharedScenario, readonly string[]]>([
    ['nothing happens without a setting', {}, ['passed', 'passed', 'passed']],
    ['each setting is for its own', { cancel_running_branch_builds: true }, ['canceled', 'canceled', 'passed']],
    [
      'a filter names the branches',
      { ...both, cancel_running_branch_builds_filter: '!main' },
      ['passed', 'skipped', 'passed'],
    ],
    [
      'the filters are two',
      { ...both, skip_queued_branch_builds_filter: 'release/*' },
      ['canceled', 'canceled', 'passed'],
    ],
  ])('%s', (_, settings, states) => {
    const builds = [at('1', 0), at('2', 0.25), at('3', 0.26)]
    const timeline = simulateGraphs(builds, { agents: { one: 1 }, ...settings })
    expect(timeline.builds.map(({ state }) => state)).toEqual(states)
  })

  test('of another branch or pipeline ends nothing, nor does a retry of an older one', () => {
    const other = { build: { branch: 'x' } }
    const builds = [at('1', 0), at('2', 0.5, other), { ...at('3', 0.5), pipeline: 'docs' }]
    expect(simulateGraphs(builds, both).builds.map(({ state }) => state)).toEqual(['passed', 'passed', 'passed'])
    const again = { outcomes: { a: ['failed' as const, 0] }, retry: [{ at: 90, step: 'a' }] }
    expect(simulateGraphs([at('1', 0, again), at('2', 1.25)], both).builds.map(({ state }) => state)).toEqual([
      'passed',
      'passed',
    ])
  })

  test('leaves one that waits at a block, unless it is taken otherwise', () => {
    const blocked = [step('a'), block({ block: 'Go', key: 'go' }), step('b')]
    const builds = [at('1', 0, {}, blocked), at('2', 5, {}, blocked)]
    const states = (shared: SharedScenario): readonly string[] =>
      simulateGraphs(builds, shared).builds.map(({ state }) => state)
    expect(states(both)).toEqual(['blocked', 'blocked'])
    expect(states({ ...both, choices: { blocked_build_and_newer_one: 'superseded' } })).toEqual(['canceled', 'blocked'])
  })

  const parent = (id: string, minutes: number): SimulatedBuild => ({
    ...at(id, minutes, { build: { branch: id } }, [trigger({ trigger: 'child', key: 't' })]),
    children: new Map([['child', triggered]]),
  })

  test('that a trigger step started is skipped in the build of that step', () => {
    const timeline = simulateGraphs([parent('1', 0), parent('2', 0.5)], both)
    expect(timeline.builds.map(({ id, state }) => [id, state])).toEqual([
      ['1', 'not_run'],
      ['2', 'passed'],
      ['1/t', 'canceled'],
      ['2/t', 'passed'],
    ])
  })
})

describe('§16: what is left open can be taken otherwise', () => {
  test.each<[string, SharedScenario['choices'], readonly Step[], Given, string, string, string]>([
    [
      'the agent that was lost',
      { any_status_and_lost_agent: 'differs' },
      [step('a', { retry: { automatic: true } })],
      { outcomes: { a: [-1, 0] } },
      'a',
      '0-2 passed',
      failed(0),
    ],
    [
      'soft failures and retries',
      { retry_and_soft_fail: 'soft_fail_first' },
      [step('a', { soft_fail: true, retry: { automatic: { limit: 1 } } })],
      fails('a'),
      'a',
      '0-2 soft_failed',
      '0-1 soft_failed',
    ],
    [
      'timeouts and tolerance',
      { timed_out_and_tolerance: 'not_run' },
      [step('a', { timeout_in_minutes: 1 }), step('b', { depends_on: 'a', ...tolerant })],
      { durations: { a: '2m' } },
      'b',
      passed(1),
      'not started: step "a" timed out',
    ],
    [
      'jobs that have not started and cancel_on_build_failing',
      { cancel_on_build_failing_before_start: 'canceled' },
      [step('a'), step('c', { depends_on: 'a', cancel_on_build_failing: true, ...tolerant })],
      fails('a'),
      'c',
      passed(1),
      'canceled, since the build was failing',
    ],
    [
      'blocks before their turn',
      { block_before_its_turn: 'must_wait' },
      [step('a'), block({ block: 'Go', key: 'go' })],
      { unblock: { go: { at: 10 } } },
      'go',
      'passed, started after step "a"',
      'not started: waits for a person to continue it',
    ],
    [
      'waits that failed and `depends_on`',
      { failed_wait_and_depends_on: 'not_run' },
      [step('a'), wait(), step('b', { depends_on: [] }), step('c', { depends_on: 'b' })],
      { ...fails('a'), durations: { b: '3m' } },
      'c',
      passed(3),
      'not started: step "a" failed with exit status 1',
    ],
    [
      'waits that the build does not have',
      { absent_wait: 'barrier' },
      [step('a'), wait({ if: 'build.tag != null' }), step('b')],
      {},
      'b',
      passed(0),
      passed(1),
    ],
    ['a blank `if`', { blank_if: 'false' }, [step('a', { if: ' ' })], {}, 'a', passed(0), 'skipped: `if` is false'],
  ])('%s', (_, choices, steps, given, key, usually, otherwise) => {
    const [usual, other] = [run(steps, given), run(steps, { ...given, choices })]
    expect([told(usual)[key], told(other)[key]]).toEqual([usually, otherwise])
    expect(usual.choices.map(({ name }) => name)).toContain(Object.keys(choices ?? {})[0])
  })
})

test('steps that wait for each other by a key of another upload are told to their ends', () => {
  const steps = [group({ group: 'Ship', depends_on: externalStep('go'), steps: [step('a'), block({ block: 'Go' })] })]
  expect(told(run(steps, {}))).toMatchObject({
    a: 'not started: waits for block "Go"',
    go: 'not started: waits for step "a", block "Go"',
  })
})
