import { failsSoftly, type Failure, retryRules, takesFailure } from '@kitewright/core/attributes'
import { leaveGroup } from './concurrency.ts'
import type { Event } from './event.ts'
import { countFailure, endJob } from './end-job.ts'
import { isNotStarted, isRunning, setState } from './job-state.ts'
import { leaveAgent } from './queues.ts'
import { runAgain } from './run-again.ts'
import type { Job, Tables } from './tables.ts'

export function acceptJob(tables: Tables, job: Job): void {
  if (job.state !== 'assigned') return
  setState(tables, job, 'running')
  const { timeout } = job.plan
  if (timeout !== undefined) tables.commands.push({ type: 'set_timer', job: job.id, seconds: timeout })
}

export function timeOutJob(tables: Tables, job: Job): void {
  if (job.state !== 'running') return
  setState(tables, job, 'timing_out')
  tables.commands.push({ type: 'stop_job', job: job.id, why: 'timed_out' })
}

/** What an agent, or the build of a trigger step, says of the end of a job. */
type Ended = Pick<Extract<Event, { readonly type: 'job_finished' }>, 'exitStatus' | 'signal' | 'signalReason'>

/** A retry comes before the question whether the failure is soft (docs/spec/semantics.md §7). */
export function finishJob(tables: Tables, job: Job, ended: Ended): void {
  if (!isRunning(job)) return
  job.exitStatus = ended.exitStatus
  job.signal = ended.signal
  if (job.state === 'canceling') return endJob(tables, job, 'canceled', 'canceled')
  if (ended.exitStatus === 0) return endJob(tables, job, 'finished', 'passed')
  const isLate = job.state === 'timing_out'
  const failure: Failure = isLate ? { ...ended, signalReason: 'cancel' } : ended
  const state = isLate ? 'timed_out' : 'finished'
  const rule = ruleOfRetry(tables, job, failure)
  if (rule !== undefined) {
    setState(tables, job, state)
    leaveGroup(tables, job)
    leaveAgent(tables, job)
    return runAgain(tables, job, rule)
  }
  const isSoft = failsSoftly(job.plan.softFail, failure.exitStatus)
  endJob(tables, job, state, isSoft ? 'soft_failed' : isLate ? 'errored' : 'hard_failed')
}

/** The rule by which a failure is tried again automatically. Returns undefined if it is not. */
function ruleOfRetry(tables: Tables, job: Job, failure: Failure): number | undefined {
  const { choices, touched } = tables
  if (job.step.build.isCanceled) return undefined
  const rules = retryRules(job.plan.retry)
  if (rules.length === 0) return undefined
  if (failsSoftly(job.plan.softFail, failure.exitStatus)) {
    touched.add('retry_and_soft_fail')
    if (choices.retry_and_soft_fail === 'soft_fail_first') return undefined
  }
  if (failure.exitStatus === -1) touched.add('any_status_and_lost_agent')
  const isLostTaken = choices.any_status_and_lost_agent === 'matches'
  const rule = rules.findIndex((one) => takesFailure(one, failure, isLostTaken))
  if (rule < 0) return undefined
  return (job.retries[rule] ?? 0) < (rules[rule]?.limit ?? 0) ? rule : undefined
}

/** The build is failing at once where the failure is going to count (docs/spec/semantics.md §7). */
export function promiseFailure(tables: Tables, job: Job, exitStatus: number): void {
  if (job.state !== 'running' || job.isPromised || exitStatus === 0) return
  if (ruleOfRetry(tables, job, { exitStatus }) !== undefined || failsSoftly(job.plan.softFail, exitStatus)) return
  job.isPromised = true
  countFailure(tables, job)
}

export function expireJob(tables: Tables, job: Job): void {
  if (isNotStarted(job) && job.step.plan.kind === 'command') endJob(tables, job, 'expired', 'expired')
}
