import type { GivenContext, Pipeline } from '@kitewright/core'
import type {
  BuildScenario,
  Duration,
  JobOutcome,
  PerAttempt,
  Quantiles,
  SharedScenario,
  Unblock,
} from '@kitewright/scheduler'
import type { ByStep } from './step-key.ts'

/** A pipeline that a step uploads; steps that have not started are removed first where `replace`. */
export interface UploadOfStep {
  readonly pipeline: Pipeline
  readonly replace?: boolean | undefined
}

/** What the jobs of a step upload. */
export type UploadsOfStep = Pipeline | UploadOfStep | readonly (Pipeline | UploadOfStep)[]

/** The build that a trigger step starts. */
export interface ChildOfStep {
  readonly pipeline: Pipeline
  readonly scenario?: OwnScenario | undefined
}

/** What a build is, and what happens in it. */
export interface OwnScenario extends GivenContext, BuildScenario {
  readonly outcomes?: ByStep<PerAttempt<JobOutcome>> | undefined
  readonly durations?: ByStep<PerAttempt<Duration> | Quantiles> | undefined
  readonly unblock?: ByStep<true | Duration | Unblock> | undefined
  /** What the jobs of a step upload at their end if they pass, by its key. */
  readonly uploads?: ByStep<UploadsOfStep> | undefined
  /**
   * The pipelines that trigger steps start, by their slugs: those builds are simulated too. The build of a trigger step that
   * is not among them only takes its time and ends as `outcomes` say.
   */
  readonly pipelines?: Readonly<Record<string, Pipeline | ChildOfStep>> | undefined
}

/**
 * What a simulation assumes. Unless told: branch `main`, no pull request, no tag, everything affected, an empty environment
 * (never the process's), every job passes after 60 seconds, nobody unblocks anything, as many agents as it takes.
 */
export interface Scenario extends OwnScenario, SharedScenario {}

/** What builds of one simulation share. */
export interface SharedOptions extends SharedScenario {}

/** One of several builds. */
export interface BuildOfSeveral {
  readonly pipeline: Pipeline
  /** When it is created. Default: at once. */
  readonly at?: Duration | undefined
  readonly scenario?: OwnScenario | undefined
  /** What the simulation calls it. Default: its number, from 1. */
  readonly id?: string | undefined
}
