import type { ChoiceName } from '../choices.ts'
import type { JobPlan } from '../plan/build-plan.ts'
import type { Reason } from '../reason.ts'
import { type BuildState, type JobState, type Outcome, outcomes, type Result, type StepState } from '../states.ts'
import { countAhead } from './concurrency.ts'
import { isNotStarted, isRunning } from './job-state.ts'
import { type State, tablesOf } from './state.ts'
import { type Build, type Job, placeOf, type Step, type Tables, wantsInput } from './tables.ts'

/** A job as it can be seen. */
export interface JobView {
  readonly id: number
  readonly build: string
  readonly step: number
  readonly slot: number
  readonly attempt: number
  readonly state: JobState
  readonly result: Result | undefined
  readonly exitStatus: number | undefined
  readonly reason: Reason | undefined
}

/** A step as it can be seen. */
export interface StepView {
  readonly index: number
  readonly state: StepState
  readonly outcome: Outcome
  readonly reason: Reason
  /** In the order in which they were made; those that were run again are among them. */
  readonly jobs: readonly JobView[]
  /** The last of those that it waited for. */
  readonly after: number | undefined
  /** The numbers of the steps that must be over first, of a group its steps. */
  readonly needs: readonly number[]
  /** The numbers of the steps that its jobs have uploaded. */
  readonly uploads: readonly number[]
  /** By which of them it was uploaded. */
  readonly uploader: number | undefined
}

/** A build as it can be seen. */
export interface BuildView {
  readonly id: string
  readonly state: BuildState
  readonly steps: readonly StepView[]
}

/** What a driver has to know of a job. */
export interface JobPlace {
  readonly build: string
  readonly step: number
  readonly slot: number
  readonly attempt: number
  readonly order: number
  readonly plan: JobPlan
}

/** Where a job belongs. */
export function jobPlace(state: State, id: number): JobPlace {
  const { step, slot, attempt, plan } = tablesOf(state).jobs[id] as Job
  return { build: step.build.id, step: step.index, slot, attempt, order: step.build.order, plan }
}

/** The jobs of a step that have failed, and count. */
export function failedJobs(state: State, build: string, step: number): readonly number[] {
  const { jobs = [] } = tablesOf(state).builds.get(build)?.steps[step] ?? {}
  const failed = jobs.filter(({ result }) => result !== undefined && !['ignored', 'passed', 'not_run'].includes(result))
  return failed.map(({ id }) => id)
}

/** The choices that something in the builds has asked for. */
export function touchedChoices(state: State): readonly ChoiceName[] {
  return [...tablesOf(state).touched].toSorted()
}

/** The builds of a state, with what their steps wait for. */
export function buildsOf(state: State): readonly BuildView[] {
  const tables = tablesOf(state)
  return Array.from(tables.builds.values(), (build) => viewBuild(build, tables))
}

function viewBuild(build: Build, tables: Tables): BuildView {
  return { id: build.id, state: build.state, steps: build.steps.map((step) => viewStep(step, tables)) }
}

function viewStep(step: Step, tables: Tables): StepView {
  const jobs = step.earlier.length === 0 ? step.jobs : [...step.earlier, ...step.jobs].toSorted((a, b) => a.id - b.id)
  return {
    index: step.index,
    state: stepState(step),
    outcome: outcomeOf(step),
    reason: reasonOf(step, tables),
    jobs: jobs.map((job) => viewJob(job, tables)),
    after: step.lastMet?.from.index,
    needs: step.needs.map(({ from }) => from.index),
    uploads: step.uploads.map(({ index }) => index),
    uploader: step.uploader?.step.index,
  }
}

/** That of a group is the worst of its steps, of which one that never ran counts least (docs/spec/semantics.md §1.3). */
function outcomeOf({ plan: { kind }, own, needs }: Step): Outcome {
  if (kind !== 'group' || own !== 'not_run') return outcomes[own ?? 'ignored']
  const found = new Set(needs.map(({ from }) => outcomeOf(from)))
  return (['errored', 'hard_failed', 'soft_failed', 'passed'] as const).find((one) => found.has(one)) ?? 'neutral'
}

function viewJob(job: Job, tables: Tables): JobView {
  const { id, step, slot, attempt, state, result, exitStatus } = job
  return {
    id,
    build: step.build.id,
    step: step.index,
    slot,
    attempt,
    state,
    result,
    exitStatus,
    reason: jobReason(job, tables),
  }
}

function stepState(step: Step): StepState {
  if (step.own !== undefined) {
    if (step.own === 'ignored') return 'ignored'
    return step.own === 'canceled' ? 'canceled' : 'finished'
  }
  if (step.plan.kind === 'group') return groupState(step)
  if (step.jobs.some(isRunning) || step.earlier.length > 0 || step.jobs.some(({ result }) => hasRun(result)))
    return step.jobs.some(isFailing) ? 'failing' : 'running'
  if (wantsInput(step) && step.unmet === 0) return 'waiting_for_input'
  return step.isReady ? 'ready' : 'waiting_for_dependencies'
}

function hasRun(result: Result | undefined): boolean {
  return result !== undefined && result !== 'ignored'
}

function isFailing({ result, isPromised }: Job): boolean {
  return isPromised || (result !== undefined && result !== 'ignored' && result !== 'passed' && result !== 'soft_failed')
}

/** The state of the steps of a group that has most to say. */
function groupState(group: Step): StepState {
  const states = new Set(group.needs.map(({ from }) => stepState(from)))
  const telling = ['failing', 'running', 'waiting_for_input', 'ready'] as const
  return telling.find((state) => states.has(state)) ?? 'waiting_for_dependencies'
}

/** Why a step is where it is. */
function reasonOf(step: Step, tables: Tables): Reason {
  if (step.ignored !== undefined) return step.ignored
  if (step.plan.kind === 'group') return groupReason(step, tables)
  const telling = step.jobs.find(({ result, reason }) => result === step.own && reason !== undefined)
  if (step.own !== undefined && telling?.reason !== undefined) return telling.reason
  const last = step.lastMet
  const started: Reason = { code: 'started', ...(last && { after: placeOf(last.from) }) }
  if (step.own !== undefined || step.jobs.some(isRunning)) return started
  const waiting = step.jobs.find(isNotStarted)
  return (waiting && waitingReason(waiting, tables)) ?? started
}

/** A group is where the step is that keeps it from its end, or that ended worst. */
function groupReason(group: Step, tables: Tables): Reason {
  const steps = group.needs.map(({ from }) => from)
  const telling = steps.find(({ own }) => own === undefined) ?? steps.find(({ total }) => total === group.own)
  return telling ? reasonOf(telling, tables) : { code: 'started' }
}

function jobReason(job: Job, tables: Tables): Reason | undefined {
  if (job.reason !== undefined) return job.reason
  return isNotStarted(job) ? waitingReason(job, tables) : undefined
}

/** Why a job that may still start has not. */
function waitingReason(job: Job, tables: Tables): Reason | undefined {
  const { step, plan, state } = job
  if (state === 'limited' && plan.concurrency) {
    const { group, limit } = plan.concurrency
    return { code: 'concurrency', group, limit, ahead: countAhead(tables, job) }
  }
  if (state === 'scheduled') return { code: 'no_agent', queue: plan.queue }
  const block = wantsInput(step) && step.unmet === 0 ? step : blockAhead(step)
  if (block !== undefined) return { code: 'waits_for_block', block: placeOf(block) }
  const [missing] = step.missing
  const steps = step.needs.filter(({ isDone }) => !isDone).map(({ from }) => placeOf(from))
  if (missing !== undefined && steps.length === 0) return { code: 'waits_for_missing', key: missing.key }
  return { code: 'waits_for', steps }
}

/**
 * A block before a step that has been reached, and that nobody has continued; none while anything else is before it. Steps
 * may wait for each other by a key that only the upload finds.
 */
function blockAhead(first: Step): Step | undefined {
  const seen = new Set<Step>()
  for (let step: Step = first; step.held > 0 && !seen.has(step);) {
    seen.add(step)
    const open: Step[] = [...step.needs.filter(({ isDone }) => !isDone).map(({ from }) => from), ...step.uploads]
    const before: Step | undefined = open.find(({ isHolding, total }) => isHolding && total === undefined)
    if (before === undefined) return undefined
    if (wantsInput(before) && before.unmet === 0) return before
    step = before
  }
  return undefined
}
