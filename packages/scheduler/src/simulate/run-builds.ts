import { matchesBranches } from '@kitewright/core/attributes'
import type { Command } from '../machine/command.ts'
import type { BuildLine, Event } from '../machine/event.ts'
import { createHeap, pop, push } from '../machine/heap.ts'
import { begin, next, type State } from '../machine/state.ts'
import { failedJobs, jobPlace } from '../machine/view.ts'
import type { StepPlan } from '../plan/build-plan.ts'
import { planBuild } from '../plan/plan-build.ts'
import { childState } from './child-state.ts'
import { type Duration, parseDuration } from './duration.ts'
import { stepKey } from './job-name.ts'
import { jobScript } from './job-script.ts'
import { createRecord, note, type TimeRecord } from './record.ts'
import type { SharedScenario, Unblock } from './scenario.ts'
import type { SimulatedBuild } from './simulated-build.ts'

/** Builds on their way, with a clock of their own. */
export interface Run {
  state: State
  /** In milliseconds since the beginning. */
  now: number
  readonly shared: SharedScenario
  /** The ids of the builds that were asked for. */
  readonly given: readonly string[]
  readonly builds: Map<string, RunningBuild>
  /** The pipelines of the builds, in the order in which they were met. */
  readonly pipelines: Set<unknown>
  readonly record: TimeRecord
}

/** A build with the steps that all of its uploads have. */
export interface RunningBuild extends SimulatedBuild {
  readonly steps: StepPlan[]
  /** Its number among those that were created, from 1. */
  readonly order: number
  /** The job whose trigger step started it. */
  readonly parent?: number | undefined
}

/** Something that is going to happen. Of what happens at one time, the order is that of ranks, builds, steps and jobs. */
interface Planned {
  readonly at: number
  readonly rank: readonly number[]
  readonly events: () => readonly Event[]
}

const ranks = { created: 0, finished: 1, timedOut: 2, promised: 3, unblocked: 4, retried: 5, canceled: 6 } as const

/** Runs builds to their end, or to where nothing goes on without a person or an agent. */
export function runBuilds(builds: readonly SimulatedBuild[], shared: SharedScenario): Run {
  const run: Run = {
    state: begin(shared.choices),
    now: 0,
    shared,
    given: builds.map(({ id }) => id),
    builds: new Map(),
    pipelines: new Set(),
    record: createRecord(),
  }
  const planned = createHeap<Planned>(isSooner)
  const plan = (at: number, rank: readonly number[], events: Planned['events']): void =>
    push(planned, { at, rank, events })
  const driver: Driver = { run, plan }
  for (const [queue, count] of agentsOf(shared)) send(driver, { type: 'agents_changed', queue, count })
  for (const [number, build] of builds.entries())
    plan(build.at ?? 0, [ranks.created, number], () => createBuild(driver, build))
  for (let one = pop(planned); one !== undefined; one = pop(planned)) {
    run.now = one.at
    for (const event of one.events()) send(driver, event)
  }
  return run
}

interface Driver {
  readonly run: Run
  readonly plan: (at: number, rank: readonly number[], events: Planned['events']) => void
}

function isSooner(one: Planned, other: Planned): boolean {
  if (one.at !== other.at) return one.at < other.at
  for (const [index, rank] of one.rank.entries()) {
    const difference = rank - (other.rank[index] ?? -1)
    if (difference !== 0) return difference < 0
  }
  return one.rank.length < other.rank.length
}

function agentsOf({ agents }: SharedScenario): readonly (readonly [string, number])[] {
  if (agents === undefined) return []
  return typeof agents === 'number'
    ? [['*', agents]]
    : Object.entries(agents).toSorted(([a], [b]) => (a === '*' ? -1 : b === '*' ? 1 : 0))
}

/** Sends an event, and does what follows from it at this time. */
function send(driver: Driver, event: Event): void {
  const { run } = driver
  const events = [event]
  for (let one = events.shift(); one !== undefined; one = events.shift()) {
    const { state, commands } = next(run.state, one)
    run.state = state
    for (const command of commands) {
      note(run.record, command, run.now)
      events.push(...answer(driver, command))
    }
  }
}

/** What a driver does for a command: at once, by the events that it gives, or later. */
function answer(driver: Driver, command: Command): readonly Event[] {
  switch (command.type) {
    case 'start_job':
      return startJob(driver, command.job)
    case 'stop_job':
      return [{ type: 'job_finished', job: command.job, exitStatus: -1, signalReason: 'cancel' }]
    case 'create_build':
      return createChild(driver, command)
    case 'input_wanted':
      planUnblock(driver, command.build, command.step)
      return []
    case 'build_changed':
      return tellParent(driver, command)
    case 'upload_refused':
      throw new Error(`an upload has a step with the key "${command.key}", which the build has already`)
    default:
      return []
  }
}

function createBuild(driver: Driver, build: SimulatedBuild, parent?: number): readonly Event[] {
  const { run } = driver
  const { id, graph, context, scenario } = build
  const plan = planBuild(graph, { context, choices: run.shared.choices, build: id })
  const order = run.builds.size + 1
  const running: RunningBuild = { ...build, order, at: run.now, steps: [...plan.steps], parent }
  run.builds.set(id, running)
  for (const [key, given] of Object.entries(scenario.unblock ?? {})) {
    const { at } = unblockOf(given)
    if (at === undefined) continue
    const step = stepNamed(running, key)
    driver.plan(run.now + milliseconds(at), [ranks.unblocked, order, step], () => [
      { type: 'unblocked', build: id, step },
    ])
  }
  for (const [number, { at, step }] of (scenario.retry ?? []).entries())
    driver.plan(run.now + milliseconds(at), [ranks.retried, order, number], () =>
      failedJobs(run.state, id, stepNamed(running, step)).map((job) => ({ type: 'job_retried', job })),
    )
  for (const [number, { at, step }] of (scenario.cancel ?? []).entries())
    driver.plan(run.now + milliseconds(at), [ranks.canceled, order, number], () => [
      step === undefined
        ? { type: 'build_canceled', build: id }
        : { type: 'step_canceled', build: id, step: stepNamed(running, step) },
    ])
  return [{ type: 'build_created', build: id, plan, line: lineOf(run, build) }]
}

/** The builds that a build may end, or that may end it: those of the same pipeline and branch. */
function lineOf({ pipelines, shared }: Run, { pipeline, context }: SimulatedBuild): BuildLine {
  const { branch } = context.build
  const holds = (setting: boolean | undefined, filter: string | undefined): boolean =>
    setting === true && matchesBranches(filter, branch)
  pipelines.add(pipeline)
  return {
    name: `${[...pipelines].indexOf(pipeline)} ${branch}`,
    skipsQueued: holds(shared.skip_queued_branch_builds, shared.skip_queued_branch_builds_filter),
    cancelsRunning: holds(shared.cancel_running_branch_builds, shared.cancel_running_branch_builds_filter),
  }
}

function stepNamed({ steps }: RunningBuild, key: string): number {
  return steps.findIndex((step) => stepKey(step) === key)
}

function milliseconds(duration: Duration): number {
  const parsed = parseDuration(duration)
  if (parsed === undefined)
    throw new RangeError(`"${duration}" is not a duration: write seconds, or a text such as "5m"`)
  return parsed
}

function unblockOf(given: true | Duration | Unblock): Unblock {
  return given === true ? {} : typeof given === 'object' ? given : { after: given }
}

function planUnblock({ run, plan }: Driver, id: string, index: number): void {
  const build = run.builds.get(id) as RunningBuild
  const step = build.steps[index] as StepPlan
  const given = build.scenario.unblock?.[stepKey(step)]
  if (given === undefined) return
  const { after = 0, at } = unblockOf(given)
  if (at === undefined)
    plan(run.now + milliseconds(after), [ranks.unblocked, build.order, index], () => [
      { type: 'unblocked', build: id, step: index },
    ])
}

function startJob(driver: Driver, job: number): readonly Event[] {
  const { run, plan } = driver
  const place = jobPlace(run.state, job)
  const build = run.builds.get(place.build) as RunningBuild
  const step = build.steps[place.step] as StepPlan
  const { length, ending } = jobScript(build.scenario, step, place.plan, place.attempt)
  const rank = [place.order, place.step, place.slot, place.attempt]
  const timeout = place.plan.timeout === undefined ? undefined : place.plan.timeout * 1000
  if (ending === 'timed_out' || (timeout !== undefined && length > timeout)) {
    plan(run.now + (timeout ?? length), [ranks.timedOut, ...rank], () => [{ type: 'timed_out', job }])
  }
  if (ending !== 'timed_out') {
    const { promisedAfter, ...ended } = ending
    const { exitStatus } = ended
    if (promisedAfter !== undefined)
      plan(run.now + milliseconds(promisedAfter), [ranks.promised, ...rank], () => [
        { type: 'failure_promised', job, exitStatus },
      ])
    plan(run.now + length, [ranks.finished, ...rank], () => [
      ...uploadsOf(driver, build, step, job, exitStatus),
      { type: 'job_finished', job, ...ended },
    ])
  }
  return [{ type: 'job_accepted', job }]
}

/** What a job that passes uploads at its end. */
function uploadsOf({ run }: Driver, build: RunningBuild, step: StepPlan, job: number, exitStatus: number): Event[] {
  const uploads = exitStatus === 0 ? (build.uploads?.get(stepKey(step)) ?? []) : []
  return uploads.map(({ graph, replace }) => {
    const offset = build.steps.length
    const plan = planBuild(graph, { context: build.context, choices: run.shared.choices, build: build.id, offset })
    build.steps.push(...plan.steps)
    return { type: 'uploaded', job, plan, replace }
  })
}

/** The build of a trigger step: one that is simulated too, otherwise a time and an outcome. */
function createChild(
  driver: Driver,
  { job, pipeline, isAsync, build: wanted }: Extract<Command, { readonly type: 'create_build' }>,
): readonly Event[] {
  const { run, plan } = driver
  const place = jobPlace(run.state, job)
  const parent = run.builds.get(place.build) as RunningBuild
  const step = parent.steps[place.step] as StepPlan
  const child = parent.children?.get(pipeline)
  if (child !== undefined) {
    const id = `${parent.id}/${stepKey(step)}${place.attempt > 1 ? `#${place.attempt}` : ''}`
    const created = createBuild(driver, { ...child(wanted), id, at: run.now }, job)
    return [...created, { type: 'child_changed', job, state: 'created' }]
  }
  if (isAsync) return [{ type: 'child_changed', job, state: 'created' }]
  const { length, ending } = jobScript(parent.scenario, step, place.plan, place.attempt)
  const isPassed = ending !== 'timed_out' && ending.exitStatus === 0
  plan(run.now + length, [ranks.finished, place.order, place.step, place.slot, place.attempt], () => [
    { type: 'child_changed', job, state: isPassed ? 'passed' : 'failed' },
  ])
  return []
}

function tellParent(
  { run }: Driver,
  { build, state, isSuperseded }: Extract<Command, { readonly type: 'build_changed' }>,
): readonly Event[] {
  const { parent } = run.builds.get(build) as RunningBuild
  return parent === undefined ? [] : [{ type: 'child_changed', job: parent, state: childState(state, isSuperseded) }]
}
