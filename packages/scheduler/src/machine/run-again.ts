import { joinGroup, requestSlot } from './concurrency.ts'
import { schedule } from './queues.ts'
import type { Job, Tables } from './tables.ts'

/**
 * A new job in the place of one that has run (docs/spec/semantics.md §7); the old one stays as history. It keeps the place of
 * the old one in every queue.
 *
 * @param rule The rule of automatic retry that it is by; none where a person asked for it.
 */
export function runAgain(tables: Tables, old: Job, rule?: number): void {
  const { step } = old
  const retries = [...old.retries]
  if (rule !== undefined) retries[rule] = (retries[rule] ?? 0) + 1
  const job: Job = {
    id: tables.jobs.length,
    step,
    plan: old.plan,
    slot: old.slot,
    attempt: old.attempt + 1,
    order: old.order,
    retries,
    state: 'waiting',
    isPromised: false,
    isMember: false,
    holdsSlot: false,
    holdsAgent: false,
    isReplaced: false,
  }
  old.isReplaced = true
  tables.jobs.push(job)
  step.earlier.push(old)
  step.jobs[old.slot] = job
  tables.commands.push({ type: 'job_changed', job: job.id, state: 'waiting' })
  joinGroup(tables, job)
  if (job.plan.concurrency) requestSlot(tables, job)
  else schedule(tables, job)
}
