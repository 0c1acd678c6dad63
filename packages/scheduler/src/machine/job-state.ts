import type { JobState } from '../states.ts'
import type { Job, Tables } from './tables.ts'

const moving: ReadonlySet<JobState> = new Set([
  'limited',
  'scheduled',
  'assigned',
  'running',
  'canceling',
  'timing_out',
])
const running: ReadonlySet<JobState> = new Set(['assigned', 'running', 'canceling', 'timing_out'])
const notStarted: ReadonlySet<JobState> = new Set(['waiting', 'blocked', 'unblocked', 'limited', 'scheduled'])

/** Whether a job has been given to an agent, or to another build, and has not ended. */
export function isRunning({ state }: Job): boolean {
  return running.has(state)
}

/** Whether a job has not started, and still may. */
export function isNotStarted({ state }: Job): boolean {
  return notStarted.has(state)
}

/** Whether a job has ended, or never runs. */
export function isOver({ state }: Job): boolean {
  return !running.has(state) && !notStarted.has(state)
}

/** Moves a job into a state and keeps the counts of its build. */
export function setState(tables: Tables, job: Job, state: JobState): void {
  if (job.state === state) return
  const { build } = job.step
  build.moving += Number(moving.has(state)) - Number(moving.has(job.state))
  build.running += Number(running.has(state)) - Number(running.has(job.state))
  if (running.has(state)) build.hasStarted = true
  job.state = state
  tables.changedBuilds.add(build)
  tables.commands.push({ type: 'job_changed', job: job.id, state })
}
