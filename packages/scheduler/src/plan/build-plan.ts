import type { MatrixValues } from '@kitewright/core/attributes'
import type { StepKind } from '@kitewright/schema'
import type { ChoiceName } from '../choices.ts'
import type { Reason } from '../reason.ts'

/** How a job takes part in a concurrency group. */
export interface JobConcurrency {
  readonly group: string
  readonly limit: number
  readonly method: 'ordered' | 'eager'
}

/** One job of a step, before anything has happened to it. */
export interface JobPlan {
  /** Its combination of a matrix. */
  readonly values?: MatrixValues | undefined
  /** Its number among those that `parallelism` makes, from 0. */
  readonly parallel?: number | undefined
  /** Why it never runs. */
  readonly broken?: Reason | undefined
  readonly queue: string
  readonly priority: number
  /** In seconds. */
  readonly timeout?: number | undefined
  readonly softFail: unknown
  readonly retry: unknown
  readonly concurrency?: JobConcurrency | undefined
  readonly cancelsOnBuildFailing: boolean
}

/** A step that must be over first. */
export interface Need {
  readonly step: number
  readonly tolerant: boolean
}

/** A step that must be over first and is in another upload. */
export interface ExternalNeed {
  readonly key: string
  readonly tolerant: boolean
}

/** One step of a build: what it waits for there, and its jobs. */
export interface StepPlan {
  readonly index: number
  readonly kind: StepKind
  /** The id of the graph's node. */
  readonly id: string
  readonly key?: string | undefined
  readonly label: string
  readonly group?: number | undefined
  readonly children: readonly number[]
  /** Why the build leaves it out. */
  readonly ignored?: Reason | undefined
  readonly needs: readonly Need[]
  readonly externalNeeds: readonly ExternalNeed[]
  /** Whether it waits for the job that uploads it: it does not say what it waits for. */
  readonly followsUploader: boolean
  readonly jobs: readonly JobPlan[]
  /** Of a block or input: the state of a build that only waits for it. */
  readonly blockedState: 'passed' | 'failed' | 'running'
  /** The keys of a form with the values that they have unless changed. */
  readonly trigger?: { readonly pipeline: string; readonly isAsync: boolean; readonly build: unknown } | undefined
  /** Whether it has `depends_on`. */
  readonly namesDependencies: boolean
}

/** Everything that one upload adds to a build, for that build: conditions are settled, jobs are made. */
export interface BuildPlan {
  readonly steps: readonly StepPlan[]
  /** Choices that something in it asked for. */
  readonly touched: ReadonlySet<ChoiceName>
}
