// docs/spec/semantics.md §1

/** The state of a build. */
export type BuildState =
  | 'creating'
  | 'scheduled'
  | 'running'
  | 'failing'
  | 'blocked'
  | 'passed'
  | 'failed'
  | 'canceling'
  | 'canceled'
  | 'skipped'
  | 'not_run'

/** The state of a job, of a block or wait too. */
export type JobState =
  | 'waiting'
  | 'blocked'
  | 'unblocked'
  | 'limited'
  | 'scheduled'
  | 'assigned'
  | 'running'
  | 'canceling'
  | 'timing_out'
  | 'finished'
  | 'canceled'
  | 'timed_out'
  | 'expired'
  | 'skipped'
  | 'broken'
  | 'waiting_failed'
  | 'blocked_failed'
  | 'unblocked_failed'

/** The state of a step. */
export type StepState =
  | 'ignored'
  | 'waiting_for_dependencies'
  | 'ready'
  | 'waiting_for_input'
  | 'running'
  | 'failing'
  | 'canceled'
  | 'finished'

/** What came of a step. */
export type Outcome = 'neutral' | 'passed' | 'soft_failed' | 'hard_failed' | 'errored'

/** How a job, step or group ended, as those that wait for it ask. The worst of several counts: the order is from best to worst. */
export const results = [
  'ignored',
  'passed',
  'soft_failed',
  'not_run',
  'hard_failed',
  'errored',
  'expired',
  'canceled',
] as const

export type Result = (typeof results)[number]

/** The worse of two results. */
export function worse(one: Result, other: Result): Result {
  return results.indexOf(one) < results.indexOf(other) ? other : one
}

/** What came of a step that ended so; nothing comes of one that never ran. */
export const outcomes: Readonly<Record<Result, Outcome>> = {
  ignored: 'neutral',
  passed: 'passed',
  soft_failed: 'soft_failed',
  not_run: 'neutral',
  hard_failed: 'hard_failed',
  errored: 'errored',
  expired: 'errored',
  canceled: 'errored',
}
