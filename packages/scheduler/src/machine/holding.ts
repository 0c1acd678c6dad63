import { joinGroup, leaveGroup } from './concurrency.ts'
import { isNotStarted, setState } from './job-state.ts'
import { type Step, type Tables, wantsInput } from './tables.ts'

/**
 * Keeps account of who stands behind a block or input that nobody has continued. Those are `blocked` and not yet in the queue
 * of their concurrency group (docs/spec/semantics.md §10).
 */
export function updateHolding(tables: Tables, changed: Step): void {
  const open = [changed]
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const isHolding = step.total === undefined && (wantsInput(step) || step.held > 0 || step.uploads.some(holds))
    if (isHolding === step.isHolding) continue
    step.isHolding = isHolding
    for (const { to, isOwn } of step.dependents) {
      if (isOwn) continue
      to.held += isHolding ? 1 : -1
      showHeld(tables, to)
      open.push(to)
    }
    if (step.uploader) open.push(step.uploader.step)
  }
}

function holds({ isHolding }: Step): boolean {
  return isHolding
}

function showHeld(tables: Tables, step: Step): void {
  if (step.plan.kind === 'block' || step.plan.kind === 'input') return
  for (const job of step.jobs) {
    if (!isNotStarted(job) || (job.state !== 'waiting' && job.state !== 'blocked')) continue
    setState(tables, job, step.held > 0 ? 'blocked' : 'waiting')
    if (step.held > 0) leaveGroup(tables, job)
    else joinGroup(tables, job)
  }
}
