import type { Choices } from '../choices.ts'
import type { Duration } from './duration.ts'

/**
 * How one run of a job ends: passed, failed with exit status 1, failed with one that its `soft_fail` forgives, by its timeout,
 * or with that exit status.
 */
export type JobOutcome = 'passed' | 'failed' | 'soft_failed' | 'timed_out' | number | JobEnding

/** How one run of a job ends, in full. */
export interface JobEnding {
  /** 0 passes; -1 stands for an agent that was lost. 128 and the signal's number where only `signal` is given. */
  readonly exitStatus?: number | undefined
  /** Such as `SIGKILL`. */
  readonly signal?: string | undefined
  /** Such as `agent_stop`. */
  readonly signalReason?: string | undefined
  /** How long after its start the job announces its failure. */
  readonly promisedAfter?: Duration | undefined
}

/** One for each attempt, of which the last stands for all further ones; or one for all. */
export type PerAttempt<Value> = Value | readonly Value[]

/** How long a step took in past builds, from the quickest to the slowest: what lies between is drawn by the seed. */
export interface Quantiles {
  readonly quantiles: readonly Duration[]
}

/** When somebody continues a block or answers an input. */
export interface Unblock {
  /** That long after it is all that the steps behind it wait for. Default: at once. */
  readonly after?: Duration | undefined
  /** That long after the build was created, whether it has been reached or not. */
  readonly at?: Duration | undefined
  /** What was entered, by the keys of the fields. */
  readonly fields?: Readonly<Record<string, string | readonly string[]>> | undefined
  readonly by?: string | undefined
}

/** Somebody runs a step's failed jobs again, or cancels. */
export interface Intervention {
  /** Since the build was created. */
  readonly at: Duration
  /** The step; of a cancel without one, the build. */
  readonly step?: string | undefined
}

/** What happens to one build, by the keys of its steps. A key with a combination or number names one job: `unit[node=20]`, `unit[3]`. */
export interface BuildScenario {
  /** Everything passes unless told. */
  readonly outcomes?: Readonly<Record<string, PerAttempt<JobOutcome>>> | undefined
  readonly durations?: Readonly<Record<string, PerAttempt<Duration> | Quantiles>> | undefined
  /** 60 seconds unless told. */
  readonly defaultDuration?: Duration | undefined
  /** Nobody unblocks anything unless told: `true` is at once, a duration after that time. */
  readonly unblock?: Readonly<Record<string, true | Duration | Unblock>> | undefined
  readonly retry?: readonly (Intervention & { readonly step: string })[] | undefined
  readonly cancel?: readonly Intervention[] | undefined
  /** Draws durations from {@link Quantiles}: the same seed, the same draw. */
  readonly seed?: number | undefined
}

/** What builds share. */
export interface SharedScenario {
  /** Agents by queue; a number is for each queue. As many as it takes unless told. */
  readonly agents?: number | Readonly<Record<string, number>> | undefined
  /** What Buildkite leaves open, taken otherwise than by default. */
  readonly choices?: Partial<Choices> | undefined
  /**
   * A setting of all pipelines here: where a build of a branch is created, older ones that have not started are skipped.
   *
   * @see https://buildkite.com/docs/pipelines/configure/skipping
   */
  readonly skip_queued_branch_builds?: boolean | undefined
  /** The branches for which that is so, as in `"!main"`; all unless told. */
  readonly skip_queued_branch_builds_filter?: string | undefined
  /**
   * A setting of all pipelines here: where a build of a branch is created, older ones that run are canceled.
   *
   * @see https://buildkite.com/docs/pipelines/configure/canceling-builds
   */
  readonly cancel_running_branch_builds?: boolean | undefined
  /** The branches for which that is so, as in `"!main"`; all unless told. */
  readonly cancel_running_branch_builds_filter?: string | undefined
}
