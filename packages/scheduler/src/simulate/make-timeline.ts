import { choices, withDefaults } from '../choices.ts'
import { type JobView, type StepView, touchedChoices } from '../machine/view.ts'
import type { StepPlan } from '../plan/build-plan.ts'
import type { Reason, StepPlace } from '../reason.ts'
import { type Named, sentence } from '../sentence.ts'
import { outcomes } from '../states.ts'
import { bounds } from './bounds.ts'
import { criticalPath } from './critical-path.ts'
import { jobName, stepKey } from './job-name.ts'
import { queueTimelines } from './queue-timelines.ts'
import type { JobTimes } from './record.ts'
import type { Run } from './run-builds.ts'
import { type Sight, sightsOf, timesOf } from './sight.ts'
import type { BuildTimeline, JobTimeline, NamedReason, StepTimeline, Timeline, Waited } from './timeline.ts'

type Sights = ReadonlyMap<string, Sight>

/** What a run shows, from what was written down and the state at its end. */
export function makeTimeline(run: Run): Timeline {
  const sights = sightsOf(run)
  const named = namedSteps(sights)
  // As they were given, and then those that trigger steps started.
  const ids = new Set([...run.given, ...sights.keys()])
  const builds = [...ids].flatMap((id) => buildTimeline(sights.get(id) as Sight, named))
  const duration = Math.max(0, ...builds.map(({ finish }) => finish))
  const taken = withDefaults(run.shared.choices)
  return {
    duration,
    builds,
    queues: queueTimelines(run, duration),
    choices: touchedChoices(run.state).map((name) => ({ name, taken: taken[name], says: choices[name].says })),
  }
}

function buildTimeline(sight: Sight, named: Named): BuildTimeline {
  const { view, build, run } = sight
  const states = (run.record.builds.get(view.id) ?? []).map(({ at, state }) => ({ at: at / 1000, state }))
  const start = (build.at ?? 0) / 1000
  const finish = states.at(-1)?.at ?? start
  return {
    id: view.id,
    state: view.state,
    states,
    start,
    finish,
    duration: finish - start,
    steps: view.steps.map((step) => stepTimeline(step, sight, named)),
    criticalPath: criticalPath(sight),
    bounds: bounds(sight),
  }
}

function namedSteps(sights: Sights): Named {
  const planOf = ({ build, step }: StepPlace): StepPlan => sights.get(build)?.build.steps[step] as StepPlan
  const viewOf = ({ build, step }: StepPlace): StepView => sights.get(build)?.view.steps[step] as StepView
  return {
    nameOf: (place) => stepName(planOf(place)),
    reasonOf: (place) => viewOf(place).reason,
    outcomeOf: (place) => {
      const { outcome, jobs } = viewOf(place)
      const failed = jobs.findLast(({ result }) => result === 'hard_failed' || result === 'soft_failed')
      return { outcome, exitStatus: failed?.exitStatus }
    },
  }
}

/** What a sentence calls a step: a block by what people read on it, another one by its key. */
function stepName(step: StepPlan): string {
  const { kind, label } = step
  if (kind === 'block' || kind === 'input') return `${kind} "${label}"`
  if (kind === 'wait') return step.key === undefined ? 'a wait' : `wait "${step.key}"`
  return `${kind === 'group' ? 'group' : 'step'} "${stepKey(step)}"`
}

function stepTimeline(view: StepView, sight: Sight, named: Named): StepTimeline {
  const { build, spans, run } = sight
  const plan = build.steps[view.index] as StepPlan
  const { start, finish } = spans[view.index] ?? {}
  const [first] = view.jobs
  const group = plan.group === undefined ? undefined : build.steps[view.index - plan.index + plan.group]
  const uploader = view.uploader === undefined ? undefined : build.steps[view.uploader]
  return {
    key: stepKey(plan),
    label: plan.label,
    kind: plan.kind,
    ...(group && { group: stepKey(group) }),
    ...(uploader && { uploadedBy: stepKey(uploader) }),
    state: view.state,
    outcome: view.outcome,
    reason: namedReason(view.reason, sight),
    why: sentence({ build: build.id, step: view.index }, view.reason, named),
    ...(start !== undefined && { start: start / 1000 }),
    ...(finish !== undefined && { finish: finish / 1000 }),
    waitedFor: first ? waitedFor(timesOf(run, first)) : { dependency: 0, concurrency: 0, agent: 0 },
    jobs: view.jobs.map((job) => jobTimeline(job, plan, run)),
  }
}

function jobTimeline(view: JobView, step: StepPlan, run: Run): JobTimeline {
  const plan = step.jobs[view.slot] as StepPlan['jobs'][number]
  const times = timesOf(run, view)
  const { started, finished } = times
  return {
    name: jobName(step, plan),
    attempt: view.attempt,
    state: view.state,
    outcome: outcomes[view.result ?? 'ignored'],
    ...(view.exitStatus !== undefined && { exitStatus: view.exitStatus }),
    ...(step.kind === 'command' && { queue: plan.queue }),
    ...(started !== undefined && { start: started / 1000 }),
    ...(finished !== undefined && { finish: finished / 1000 }),
    waitedFor: waitedFor(times),
  }
}

/** The stretches of a job's wait; one that is not over counts for nothing. */
function waitedFor({ created, ready, scheduled, started, finished = created }: JobTimes): Waited {
  return {
    dependency: ((ready ?? finished) - created) / 1000,
    concurrency: ready === undefined || scheduled === undefined ? 0 : (scheduled - ready) / 1000,
    agent: scheduled === undefined || started === undefined ? 0 : (started - scheduled) / 1000,
  }
}

/** A reason whose steps are named by their keys, those of another build with it. */
function namedReason(reason: Reason, { run, build }: Sight): NamedReason {
  const nameOf = (place: StepPlace): string => {
    const step = stepKey(run.builds.get(place.build)?.steps[place.step] as StepPlan)
    return place.build === build.id ? step : `${place.build}: ${step}`
  }
  const named = Object.entries(reason).flatMap(([name, value]) => {
    if (value === undefined) return []
    if (isPlace(value)) return [[name, nameOf(value)]]
    return [[name, Array.isArray(value) ? value.map((one: unknown) => (isPlace(one) ? nameOf(one) : one)) : value]]
  })
  return Object.fromEntries(named) as NamedReason
}

function isPlace(value: unknown): value is StepPlace {
  return typeof value === 'object' && value !== null && 'build' in value && 'step' in value
}
