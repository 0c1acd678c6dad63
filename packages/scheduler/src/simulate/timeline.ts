import type { ReasonCode } from '../reason.ts'
import type { BuildState, JobState, Outcome, StepState } from '../states.ts'
import type { StepKind } from '@kitewright/schema'

/** How long something waited, in seconds. */
export interface Waited {
  /** For other steps, and for people. */
  readonly dependency: number
  /** For a slot in its concurrency group. */
  readonly concurrency: number
  readonly agent: number
}

/** One run of a job. Times are seconds since the beginning of the simulation. */
export interface JobTimeline {
  /** Its step's key; `unit[3]` or `unit[node=20]` where that has several. */
  readonly name: string
  /** From 1; the others are retries. */
  readonly attempt: number
  readonly state: JobState
  readonly outcome: Outcome
  readonly exitStatus?: number | undefined
  readonly queue?: string | undefined
  readonly start?: number | undefined
  readonly finish?: number | undefined
  readonly waitedFor: Waited
}

/** Why a step is where it is, as data; steps are named by their keys. */
export interface NamedReason {
  readonly code: ReasonCode
  readonly [detail: string]: unknown
}

/** What became of a step. Times are seconds since the beginning of the simulation. */
export interface StepTimeline {
  /** What names it: its key, otherwise what kind it is and what it runs. */
  readonly key: string
  readonly label: string
  readonly kind: StepKind
  readonly group?: string | undefined
  /** The step that uploaded it. */
  readonly uploadedBy?: string | undefined
  readonly state: StepState
  readonly outcome: Outcome
  readonly reason: NamedReason
  /** The reason in one sentence. */
  readonly why: string
  /** When its first job started; of a block, when it was all that was waited for. */
  readonly start?: number | undefined
  /** When it was over: with the last of its jobs, or when it was clear that it never runs. */
  readonly finish?: number | undefined
  /** Of its first job. */
  readonly waitedFor: Waited
  readonly jobs: readonly JobTimeline[]
}

/** What became of a build. Times are seconds since the beginning of the simulation. */
export interface BuildTimeline {
  readonly id: string
  readonly state: BuildState
  readonly states: readonly { readonly at: number; readonly state: BuildState }[]
  readonly start: number
  /** When it came to the state in which it stays. */
  readonly finish: number
  readonly duration: number
  readonly steps: readonly StepTimeline[]
  /** The steps that made it so long, in their order. */
  readonly criticalPath: readonly string[]
  /** No order of its jobs is shorter: than the longest way through its steps, than the work of a queue on all of its agents. */
  readonly bounds: { readonly criticalPath: number; readonly work: number }
}

/** How busy the agents of a queue were. */
export interface QueueTimeline {
  /** Undefined for as many as it takes. */
  readonly agents?: number | undefined
  /** Seconds that agents ran jobs. */
  readonly busy: number
  /** From 0 to 1, of the time from the beginning to the end; undefined with as many agents as it takes. */
  readonly utilisation?: number | undefined
}

/** What a simulation shows, as plain JSON. */
export interface Timeline {
  readonly duration: number
  readonly builds: readonly BuildTimeline[]
  readonly queues: Readonly<Record<string, QueueTimeline>>
  /** What Buildkite leaves open and made a difference to be thought of, with how it was taken. */
  readonly choices: readonly { readonly name: string; readonly taken: string; readonly says: string }[]
}
