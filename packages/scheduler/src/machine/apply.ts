import { addSteps } from './add-steps.ts'
import { updateBuilds } from './build-state.ts'
import { cancelBuild, cancelStep, supersede } from './cancel.ts'
import { childChanged } from './child-changed.ts'
import type { Command } from './command.ts'
import { grantSlots } from './concurrency.ts'
import type { Event } from './event.ts'
import { acceptJob, expireJob, finishJob, promiseFailure, timeOutJob } from './jobs.ts'
import { changeAgents, dispatch } from './queues.ts'
import { release } from './release.ts'
import { retryJob } from './retry-job.ts'
import { settle } from './settle.ts'
import type { Tables } from './tables.ts'
import { upload } from './upload.ts'

/** Changes the tables as an event asks, and answers with what is to be done. */
export function apply(tables: Tables, event: Event): readonly Command[] {
  tables.commands = []
  handle(tables, event)
  settle(tables)
  grantSlots(tables)
  dispatch(tables)
  updateBuilds(tables)
  return tables.commands
}

function handle(tables: Tables, event: Event): void {
  switch (event.type) {
    case 'build_created':
      return createBuild(tables, event)
    case 'agents_changed':
      return changeAgents(tables, event.queue, event.count)
    case 'unblocked':
      return release(tables, tables.builds.get(event.build)?.steps[event.step])
    case 'build_canceled':
      return cancelBuild(tables, tables.builds.get(event.build))
    case 'step_canceled':
      return cancelStep(tables, tables.builds.get(event.build)?.steps[event.step])
    default:
      return handleJob(tables, event)
  }
}

function handleJob(tables: Tables, event: Extract<Event, { readonly job: number }>): void {
  const job = tables.jobs[event.job]
  if (job === undefined) return
  switch (event.type) {
    case 'job_accepted':
      return acceptJob(tables, job)
    case 'job_finished':
      return finishJob(tables, job, event)
    case 'failure_promised':
      return promiseFailure(tables, job, event.exitStatus)
    case 'job_expired':
      return expireJob(tables, job)
    case 'job_retried':
      return retryJob(tables, job)
    case 'timed_out':
      return timeOutJob(tables, job)
    case 'uploaded':
      return upload(tables, job, event)
    case 'child_changed':
      return childChanged(tables, job, event.state)
  }
}

function createBuild(
  tables: Tables,
  { build: id, plan, line }: Extract<Event, { readonly type: 'build_created' }>,
): void {
  if (tables.builds.has(id)) return
  const build = {
    id,
    order: tables.builds.size,
    steps: [],
    keys: new Map(),
    state: 'creating' as const,
    open: 0,
    moving: 0,
    running: 0,
    waitingForInput: new Set<never>(),
    failures: 0,
    hasStarted: false,
    isCanceled: false,
    isSuperseded: false,
    line: line?.name,
  }
  for (const older of tables.builds.values()) if (line && line.name === older.line) supersede(tables, older, line)
  tables.builds.set(id, build)
  tables.changedBuilds.add(build)
  addSteps(tables, build, plan)
}
