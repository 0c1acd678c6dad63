import type { Reason } from '../reason.ts'
import { type Result, worse } from '../states.ts'
import { cancelOnFailing } from './cancel.ts'
import { requestSlot } from './concurrency.ts'
import { endJob } from './end-job.ts'
import { updateHolding } from './holding.ts'
import { isNotStarted } from './job-state.ts'
import { schedule } from './queues.ts'
import { type Edge, placeOf, type Step, type Tables } from './tables.ts'

/** Tells those that wait for what has ended, until nothing more follows. */
export function settle(tables: Tables): void {
  do {
    tellDependents(tables)
    for (const build of tables.failing.splice(0)) cancelOnFailing(tables, build)
  } while (tables.ended.length > 0)
}

function tellDependents(tables: Tables): void {
  for (let step = tables.ended.pop(); step !== undefined; step = tables.ended.pop()) {
    conclude(step)
    for (const edge of step.dependents) {
      const result = edge.isOwn ? step.own : step.total
      if (result !== undefined && !edge.isDone) meet(tables, edge, result)
    }
    if (step.total === undefined) continue
    updateHolding(tables, step)
    if (step.uploader) tables.ended.push(step.uploader.step)
  }
}

/** A step is wholly over when all that it uploaded is. */
function conclude(step: Step): void {
  if (step.own === undefined || step.total !== undefined) return
  let total: Result = step.own
  for (const { total: uploaded } of step.uploads) {
    if (uploaded === undefined) return
    total = worse(total, uploaded)
  }
  step.total = total
}

/** One that a step waits for is over. */
export function meet(tables: Tables, edge: Edge, result: Result): void {
  const { to } = edge
  edge.isDone = true
  to.unmet--
  if (to.own !== undefined || to.isReady) return
  to.lastMet = edge
  if (to.plan.kind !== 'group' && stops(tables, edge, result)) {
    to.failedBy ??= edge
    failStep(tables, to)
  } else {
    startIfReady(tables, to)
  }
}

/** A step that waits again still does not run where something else that is over keeps it from that. */
export function failAgain(tables: Tables, step: Step): void {
  const edge = step.needs.find((one) => {
    const result = one.isOwn ? one.from.own : one.from.total
    return one.isDone && result !== undefined && stops(tables, one, result)
  })
  if (edge === undefined || step.own !== undefined) return
  step.failedBy = edge
  failStep(tables, step)
}

/** Whether a result keeps those from running that wait for it (docs/spec/semantics.md §4). */
function stops({ choices, touched }: Tables, { tolerant }: Edge, result: Result): boolean {
  switch (result) {
    case 'ignored':
    case 'passed':
    case 'soft_failed':
      return false
    case 'errored':
      if (tolerant) touched.add('timed_out_and_tolerance')
      return !tolerant || choices.timed_out_and_tolerance === 'not_run'
    case 'hard_failed':
    case 'not_run':
      return !tolerant
    case 'expired':
      if (tolerant) touched.add('expired_and_tolerance')
      return !tolerant || choices.expired_and_tolerance === 'not_run'
    case 'canceled':
      return true
  }
}

/** Starts a step, as soon as all that it waits for is over. */
export function startIfReady(tables: Tables, step: Step): void {
  if (step.unmet > 0 || step.own !== undefined || step.isReady) return
  const { kind } = step.plan
  if (kind === 'group') return endGroup(tables, step)
  if (kind === 'block' || kind === 'input') return reachBlock(tables, step)
  step.isReady = true
  for (const job of step.jobs) {
    if (!isNotStarted(job)) continue
    if (kind === 'wait') endJob(tables, job, 'finished', 'passed')
    else if (job.plan.concurrency) requestSlot(tables, job)
    else schedule(tables, job)
  }
}

function endGroup(tables: Tables, step: Step): void {
  let worst: Result = 'ignored'
  for (const { from } of step.needs) worst = worse(worst, from.total ?? 'ignored')
  step.own = worst
  tables.ended.push(step)
}

function reachBlock(tables: Tables, step: Step): void {
  const [job] = step.jobs
  if (!step.isReleased) {
    tables.commands.push({ type: 'input_wanted', build: step.build.id, step: step.index })
  } else if (job !== undefined && isNotStarted(job)) {
    step.isReady = true
    endJob(tables, job, 'finished', 'passed')
  }
}

/** A step never runs, since something before it failed. */
export function failStep(tables: Tables, step: Step, reason: Reason = failure(step)): void {
  const { kind } = step.plan
  const isBlock = kind === 'block' || kind === 'input'
  const state = !isBlock ? 'waiting_failed' : step.isReleased ? 'unblocked_failed' : 'blocked_failed'
  for (const job of step.jobs) {
    if (!isNotStarted(job)) continue
    job.reason = reason
    endJob(tables, job, state, 'not_run')
  }
  if (kind === 'wait') failBehind(tables, step, reason)
}

/** Nothing behind a wait that failed runs; whether that is so also for steps that name what they depend on, is left open. */
function failBehind(tables: Tables, wait: Step, reason: Reason): void {
  const behind = wait.build.steps.slice(wait.index + 1)
  const named = behind.filter(
    ({ group, own, isReady, plan }) =>
      group === wait.group && own === undefined && !isReady && plan.namesDependencies && plan.kind !== 'group',
  )
  if (named.length === 0) return
  tables.touched.add('failed_wait_and_depends_on')
  if (tables.choices.failed_wait_and_depends_on === 'run') return
  for (const step of named) failStep(tables, step, reason)
}

function failure({ failedBy }: Step): Reason {
  const { from } = failedBy as Edge
  const root = rootOf(from)
  const how = root.own === 'hard_failed' || root.own === 'errored' || root.own === 'expired' || root.own === 'canceled'
  const exitStatus = root.jobs.find(({ result }) => result === root.own)?.exitStatus
  return {
    code: 'dependency_failed',
    // What something uploaded that passed is told by itself.
    step: placeOf(from.own === from.total ? from : root),
    root: placeOf(root),
    how: how ? (root.own as 'hard_failed') : 'not_run',
    exitStatus,
  }
}

/** Where it began that a step failed, or did not run. */
function rootOf(step: Step): Step {
  for (let at = step; ;) {
    const worst = [...at.uploads, ...(at.plan.kind === 'group' ? at.needs.map(({ from }) => from) : [])].find(
      ({ total }) => total !== undefined && total === at.total,
    )
    const before = at.own !== at.total || at.plan.kind === 'group' ? worst : at.failedBy?.from
    if (before === undefined) return at
    at = before
  }
}
