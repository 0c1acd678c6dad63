import { type JobState, type Result, worse } from '../states.ts'
import { leaveGroup } from './concurrency.ts'
import { setState } from './job-state.ts'
import { leaveAgent } from './queues.ts'
import type { Job, Tables } from './tables.ts'

const failed: ReadonlySet<Result> = new Set(['hard_failed', 'errored', 'expired', 'canceled'])

/** A job is over for good. The step is over with the last of its jobs. */
export function endJob(tables: Tables, job: Job, state: JobState, result: Result): void {
  const { step } = job
  const { build } = step
  setState(tables, job, state)
  job.result = result
  leaveGroup(tables, job)
  leaveAgent(tables, job)
  build.open--
  step.open--
  if (step.open === 0) {
    step.own = step.jobs.reduce<Result>((worst, one) => worse(worst, one.result ?? 'ignored'), 'ignored')
    build.waitingForInput.delete(step)
    tables.ended.push(step)
  }
  if (job.isPromised) build.failures--
  if (failed.has(result) && !build.isCanceled) countFailure(tables, job)
}

/** A failure that counts: with the first, the build is failing. */
export function countFailure(tables: Tables, { step: { build } }: Job): void {
  build.failures++
  tables.changedBuilds.add(build)
  if (build.failures === 1) tables.failing.push(build)
}
