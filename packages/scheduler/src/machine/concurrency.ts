import type { JobConcurrency } from '../plan/build-plan.ts'
import { createHeap, type Heap, pop, push } from './heap.ts'
import { setState } from './job-state.ts'
import { runsBefore, schedule } from './queues.ts'
import type { ConcurrencyGroup, Job, Tables } from './tables.ts'

function groupOf(tables: Tables, { group: name }: JobConcurrency): ConcurrencyGroup {
  const known = tables.groups.get(name)
  if (known) return known
  const group = { name, members: [], from: 0, holders: 0, greatestLimit: 0, eager: new Map<number, Heap<Job>>() }
  tables.groups.set(name, group)
  return group
}

function isAhead(one: Job, other: Job): boolean {
  const [first, second] = [one.step.build.order, other.step.build.order]
  return first === second ? one.order < other.order : first < second
}

/** Takes a place in the queue of its group: by the age of its build, and there in the order of upload. */
export function joinGroup(tables: Tables, job: Job): void {
  const { concurrency } = job.plan
  if (concurrency === undefined || job.isMember || job.result !== undefined) return
  const group = groupOf(tables, concurrency)
  let at = group.members.length
  while (at > 0 && isAhead(job, group.members[at - 1] as Job)) at--
  group.members.splice(at, 0, job)
  group.from = Math.min(group.from, at)
  group.greatestLimit = Math.max(group.greatestLimit, concurrency.limit)
  job.isMember = true
  tables.changedGroups.add(group)
}

/** Gives its place, and its slot, back. */
export function leaveGroup(tables: Tables, job: Job): void {
  const { concurrency } = job.plan
  if (concurrency === undefined || !job.isMember) return
  const group = groupOf(tables, concurrency)
  job.isMember = false
  if (job.holdsSlot) group.holders--
  job.holdsSlot = false
  tables.changedGroups.add(group)
}

/** A job waits for nothing but a slot. */
export function requestSlot(tables: Tables, job: Job): void {
  const { concurrency } = job.plan
  if (concurrency === undefined) return
  joinGroup(tables, job)
  setState(tables, job, 'limited')
  const group = groupOf(tables, concurrency)
  tables.changedGroups.add(group)
  if (concurrency.method !== 'eager') return
  const waiting = group.eager.get(concurrency.limit) ?? createHeap(runsBefore)
  group.eager.set(concurrency.limit, waiting)
  push(waiting, job)
}

/** Gives the free slots of all groups that have changed. */
export function grantSlots(tables: Tables): void {
  for (const group of tables.changedGroups) {
    grantInOrder(tables, group)
    grantEagerly(tables, group)
  }
  tables.changedGroups.clear()
}

/** In order: a job may start when the holders and all that are queued ahead of it are fewer than its limit. */
function grantInOrder(tables: Tables, group: ConcurrencyGroup): void {
  tidy(group)
  let ahead = 0
  for (let at = group.from; at < group.members.length; at++) {
    if (group.holders + ahead >= group.greatestLimit) return
    const job = group.members[at] as Job
    if (!job.isMember || job.holdsSlot) continue
    const { limit, method } = job.plan.concurrency as JobConcurrency
    if (job.state === 'limited' && method === 'ordered' && group.holders + ahead < limit) grant(tables, group, job)
    else ahead++
  }
}

/** Eagerly: by priority, a job may start when the holders are fewer than its limit, whoever else waits. */
function grantEagerly(tables: Tables, group: ConcurrencyGroup): void {
  for (;;) {
    let best: Heap<Job> | undefined
    for (const [limit, waiting] of group.eager) {
      while (waiting.items[0] !== undefined && waiting.items[0].state !== 'limited') pop(waiting)
      const [first] = waiting.items
      if (first === undefined || group.holders >= limit) continue
      if (best === undefined || runsBefore(first, best.items[0] as Job)) best = waiting
    }
    const job = best && pop(best)
    if (job === undefined) return
    grant(tables, group, job)
  }
}

function grant(tables: Tables, group: ConcurrencyGroup, job: Job): void {
  group.holders++
  job.holdsSlot = true
  schedule(tables, job)
}

/** Skips those at the front that are of no more interest, and drops them when they are many. */
function tidy(group: ConcurrencyGroup): void {
  const { members } = group
  while (group.from < members.length && isSettled(members[group.from] as Job)) group.from++
  if (group.from < 64 || group.from * 2 < members.length) return
  group.members = members.slice(group.from)
  group.from = 0
}

function isSettled({ isMember, holdsSlot }: Job): boolean {
  return !isMember || holdsSlot
}

/** How many have a slot or a place before a job. */
export function countAhead(tables: Tables, job: Job): number {
  const group = groupOf(tables, job.plan.concurrency as JobConcurrency)
  const queued = group.members.slice(group.from).filter((one) => one.isMember && !one.holdsSlot && isAhead(one, job))
  return group.holders + queued.length
}
