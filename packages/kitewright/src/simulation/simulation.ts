import type { BuildTimeline, JobTimeline, StepTimeline, Timeline } from '@kitewright/scheduler'
import { unknownStep } from './check-keys.ts'
import type { StepKey } from './step-key.ts'

/** What became of one build: plain data, with functions to ask it. */
export interface Simulation {
  readonly build: Pick<BuildTimeline, 'id' | 'state' | 'states' | 'start' | 'finish'>
  readonly steps: readonly StepTimeline[]
  /** Seconds from its creation to the state in which it stays. */
  readonly duration: number
  /** The keys of the steps that made it so long, in their order. */
  readonly criticalPath: BuildTimeline['criticalPath']
  readonly bounds: BuildTimeline['bounds']
  readonly queues: Timeline['queues']
  readonly choices: Timeline['choices']
  /**
   * A step by its key.
   *
   * @throws An error where the build has none of that key.
   */
  readonly step: (key: StepKey) => StepTimeline
  /** The last run of a job by its name: `unit`, `unit[3]`, `unit[node=20]`. */
  readonly job: (name: StepKey) => JobTimeline
  /** Why a step is where it is, in one sentence. */
  readonly why: (key: StepKey) => string
  /** The keys of the steps that started, in that order. */
  readonly order: () => readonly string[]
  /** The keys of the blocks and inputs that wait for a person. */
  readonly waitingAt: () => readonly string[]
  /** Everything as plain JSON. */
  readonly timeline: Timeline
}

/** What became of builds that share agents and concurrency groups. */
export interface SimulatedBuilds {
  /** In the order in which they were given, then those that trigger steps started. */
  readonly builds: readonly Simulation[]
  /**
   * A build by its id.
   *
   * @throws An error where there is none.
   */
  readonly build: (id: string) => Simulation
  /** Seconds until nothing goes on any more. */
  readonly duration: number
  readonly queues: Timeline['queues']
  readonly choices: Timeline['choices']
  readonly timeline: Timeline
  /** What one more agent in each queue that has a number of them would bring: how many seconds sooner all is over. */
  readonly oneMoreAgent: () => Readonly<Record<string, { readonly duration: number; readonly saved: number }>>
}

/** A build of a timeline, to be asked. */
export function simulationOf(build: BuildTimeline, timeline: Timeline): Simulation {
  const { id, state, states, start, finish, steps, duration, criticalPath, bounds } = build
  const step = (key: StepKey): StepTimeline =>
    steps.find((one) => one.key === key) ??
    missing(
      unknownStep(
        key,
        steps.map((one) => one.key),
      ),
    )
  return {
    build: { id, state, states, start, finish },
    steps,
    duration,
    criticalPath,
    bounds,
    queues: timeline.queues,
    choices: timeline.choices,
    timeline,
    step,
    job: (name) => jobNamed(steps, name),
    why: (key) => step(key).why,
    order: () => inOrder(steps),
    waitingAt: () => steps.filter((one) => one.state === 'waiting_for_input').map(({ key }) => key),
  }
}

function missing(message: string): never {
  throw new Error(message)
}

function jobNamed(steps: readonly StepTimeline[], name: string): JobTimeline {
  const jobs = steps.flatMap((step) => step.jobs)
  return (
    jobs.findLast((job) => job.name === name) ??
    missing(unknownStep(name, [...new Set(jobs.map((job) => job.name))]).replace('step', 'job'))
  )
}

function inOrder(steps: readonly StepTimeline[]): readonly string[] {
  const started = steps.filter(({ start, kind }) => start !== undefined && kind !== 'group')
  return started.toSorted((one, other) => (one.start as number) - (other.start as number)).map(({ key }) => key)
}
