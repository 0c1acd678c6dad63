import type { BuildPlan } from '../plan/build-plan.ts'

/** What happens to builds, for the state machine to answer. Jobs are named by their ids, steps by their numbers in a build. */
export type Event =
  | {
      readonly type: 'build_created'
      readonly build: string
      readonly plan: BuildPlan
      readonly line?: BuildLine | undefined
    }
  /** How many agents serve a queue; `undefined` for as many as it takes. `'*'` stands for all queues that are not named. */
  | { readonly type: 'agents_changed'; readonly queue: string; readonly count: number | undefined }
  | { readonly type: 'job_accepted'; readonly job: number }
  | {
      readonly type: 'job_finished'
      readonly job: number
      /** -1 of a job that was ended, or whose agent was lost. */
      readonly exitStatus: number
      readonly signal?: string | undefined
      readonly signalReason?: string | undefined
    }
  /** A running job says that it is going to fail. */
  | { readonly type: 'failure_promised'; readonly job: number; readonly exitStatus: number }
  /** A job that has not started for so long that Buildkite gives it up. */
  | { readonly type: 'job_expired'; readonly job: number }
  /** Somebody continues a block, or answers an input. */
  | { readonly type: 'unblocked'; readonly build: string; readonly step: number }
  | { readonly type: 'build_canceled'; readonly build: string }
  | { readonly type: 'step_canceled'; readonly build: string; readonly step: number }
  /** Somebody runs a job again. */
  | { readonly type: 'job_retried'; readonly job: number }
  | { readonly type: 'timed_out'; readonly job: number }
  /** A running job uploads more steps. */
  | {
      readonly type: 'uploaded'
      readonly job: number
      readonly plan: BuildPlan
      readonly replace?: boolean | undefined
    }
  /** The build that a trigger step started is created, or has come to a state. */
  | { readonly type: 'child_changed'; readonly job: number; readonly state: ChildState }

/** The builds of one pipeline and branch, and what becomes of older ones, by the settings of the pipeline. */
export interface BuildLine {
  readonly name: string
  readonly skipsQueued: boolean
  readonly cancelsRunning: boolean
}

/** The state of a build that a trigger step started; `created` as soon as it exists. */
export type ChildState = 'created' | 'running' | 'passed' | 'failed' | 'canceled' | 'blocked' | 'not_run' | 'superseded'
