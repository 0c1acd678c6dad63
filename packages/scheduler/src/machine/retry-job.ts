import { manualRetry, permitsOnPassed } from '@kitewright/core/attributes'
import { joinGroup } from './concurrency.ts'
import { updateHolding } from './holding.ts'
import { setState } from './job-state.ts'
import { runAgain } from './run-again.ts'
import { failAgain } from './settle.ts'
import type { Job, Step, Tables } from './tables.ts'

/** Somebody runs a job again that has ended: its step is no longer over, and what did not run because of it waits again. */
export function retryJob(tables: Tables, job: Job): void {
  if (!mayRetry(tables, job)) return
  const { step } = job
  const { build } = step
  if (job.result !== 'passed' && job.result !== 'soft_failed') build.failures = Math.max(0, build.failures - 1)
  build.open++
  step.open++
  reopen(tables, step)
  step.isReady = true
  tables.changedBuilds.add(build)
  runAgain(tables, job)
}

function mayRetry({ choices, touched }: Tables, { result, isReplaced, plan, step }: Job): boolean {
  const { kind } = step.plan
  if (kind !== 'command' && kind !== 'trigger') return false
  if (isReplaced || result === undefined || !step.isReady || step.build.isCanceled) return false
  if (manualRetry(plan.retry).isAllowed === false) return false
  if (result !== 'passed') return result !== 'ignored' && result !== 'not_run'
  const permits = permitsOnPassed(plan.retry)
  if (permits === undefined) touched.add('permit_on_passed')
  return permits ?? choices.permit_on_passed === 'permitted'
}

/** Takes back that a step is over, and with it that others did not run because of it. */
function reopen(tables: Tables, first: Step): void {
  const revived: Step[] = []
  const open = [first]
  first.own = undefined
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (step.total === undefined && step !== first) continue
    step.total = undefined
    for (const edge of step.dependents) {
      if (!edge.isDone || (edge.isOwn && step.own !== undefined)) continue
      edge.isDone = false
      edge.to.unmet++
      if (edge.to.plan.kind === 'group') edge.to.own = undefined
      else if (edge.to.own === 'not_run') revived.push(revive(tables, edge.to))
      else continue
      open.push(edge.to)
    }
    if (step.uploader) open.push(step.uploader.step)
  }
  for (const step of revived) {
    updateHolding(tables, step)
    failAgain(tables, step)
  }
}

/** A step that something before it kept from running waits again. */
function revive(tables: Tables, step: Step): Step {
  const { kind } = step.plan
  const isBlock = kind === 'block' || kind === 'input'
  step.own = undefined
  step.failedBy = undefined
  for (const job of step.jobs) {
    if (job.result !== 'not_run') continue
    job.result = undefined
    job.reason = undefined
    step.open++
    step.build.open++
    setState(tables, job, isBlock ? (step.isReleased ? 'unblocked' : 'blocked') : 'waiting')
    if (step.held === 0) joinGroup(tables, job)
  }
  if (isBlock && !step.isReleased) step.build.waitingForInput.add(step)
  return step
}
