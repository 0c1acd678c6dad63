import { createHeap, pop, push } from './heap.ts'
import { setState } from './job-state.ts'
import type { AgentQueue, Job, Tables } from './tables.ts'

/** Who gets an agent first: the higher priority, then the older build, then the order of upload (docs/spec/semantics.md §10). */
export function runsBefore(one: Job, other: Job): boolean {
  if (one.plan.priority !== other.plan.priority) return one.plan.priority > other.plan.priority
  const [first, second] = [one.step.build.order, other.step.build.order]
  if (first !== second) return first < second
  return one.order === other.order ? one.id < other.id : one.order < other.order
}

function queueNamed(tables: Tables, name: string): AgentQueue {
  const known = tables.queues.get(name)
  if (known) return known
  const queue = { name, count: tables.anyQueue, busy: 0, waiting: createHeap(runsBefore) }
  tables.queues.set(name, queue)
  return queue
}

/** `'*'` is for all queues that have not been named before. */
export function changeAgents(tables: Tables, name: string, count: number | undefined): void {
  if (name === '*') {
    tables.anyQueue = count
    return
  }
  const queue = queueNamed(tables, name)
  queue.count = count
  tables.changedQueues.add(queue)
}

/** A job waits for nothing but an agent; a trigger step needs none. */
export function schedule(tables: Tables, job: Job): void {
  setState(tables, job, 'scheduled')
  const { trigger } = job.step.plan
  if (trigger) {
    setState(tables, job, 'running')
    tables.commands.push({ type: 'create_build', job: job.id, ...trigger })
    return
  }
  const queue = queueNamed(tables, job.plan.queue)
  push(queue.waiting, job)
  tables.changedQueues.add(queue)
}

/** Gives the free agents of all queues that have changed. */
export function dispatch(tables: Tables): void {
  for (const queue of tables.changedQueues) {
    while (queue.waiting.items.length > 0 && (queue.count === undefined || queue.busy < queue.count)) {
      const job = pop(queue.waiting)
      if (job?.state !== 'scheduled') continue
      queue.busy++
      job.holdsAgent = true
      setState(tables, job, 'assigned')
      tables.commands.push({ type: 'start_job', job: job.id, queue: queue.name })
    }
  }
  tables.changedQueues.clear()
}

/** The agent of a job is free again. */
export function leaveAgent(tables: Tables, job: Job): void {
  if (!job.holdsAgent) return
  job.holdsAgent = false
  const queue = queueNamed(tables, job.plan.queue)
  queue.busy--
  tables.changedQueues.add(queue)
}
