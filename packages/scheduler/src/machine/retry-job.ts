import { manualRetry, permitsOnPassed } from '@kitewright/core/attributes'
import { joinGroup } from './concurrency.ts'
import { updateHolding } from './holding.ts'
import { setState } from './job-state.ts'
import { runAgain } from './run-again.ts'
import { meet } from './settle.ts'
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
  if (isReplaced || result === undefined || step.build.isCanceled) return false
  if (manualRetry(plan.retry).isAllowed === false) return false
  if (result !== 'passed') return result !== 'ignored' && result !== 'not_run'
  const permits = permitsOnPassed(plan.retry)
  if (permits === undefined) touched.add('permit_on_passed')
  return permits ?? choices.permit_on_passed === 'permitted'
}

/** Takes back that a step is over, and with it that others did not run because of it. */
function reopen(tables: Tables, first: Step): void {
  const open = [first]
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    step.own = undefined
    if (step.total === undefined && step !== first) continue
    step.total = undefined
    for (const edge of step.dependents) {
      if (!edge.isDone) continue
      edge.isDone = false
      const { to } = edge
      to.unmet++
      if (to.plan.kind === 'group' || to.own === 'not_run') open.push(to)
      if (to.own === 'not_run') revive(tables, to)
    }
    if (step.uploader) open.push(step.uploader.step)
  }
}

/** A step that something before it kept from running waits again, unless something else keeps it. */
function revive(tables: Tables, step: Step): void {
  const isBlock = step.plan.kind === 'block' || step.plan.kind === 'input'
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
  updateHolding(tables, step)
  const stopping = step.needs.filter(({ isDone }) => isDone)
  for (const edge of stopping) {
    const result = edge.isOwn ? edge.from.own : edge.from.total
    if (result === undefined || step.own !== undefined) continue
    step.unmet++
    meet(tables, edge, result)
  }
}
