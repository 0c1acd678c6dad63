import type { Command } from '../machine/command.ts'
import type { BuildState, JobState } from '../states.ts'

/** When a job came to what, in milliseconds. */
export interface JobTimes {
  readonly created: number
  /** All that it waits for is over. */
  ready?: number | undefined
  /** It has a slot in its concurrency group. */
  scheduled?: number | undefined
  /** It has an agent. */
  started?: number | undefined
  finished?: number | undefined
}

/** What has happened when. */
export interface TimeRecord {
  /** By the ids of jobs. */
  readonly jobs: JobTimes[]
  readonly builds: Map<string, { readonly at: number; readonly state: BuildState }[]>
  /** When a block was all that was waited for, by build and step. */
  readonly reached: Map<string, number>
}

export function createRecord(): TimeRecord {
  return { jobs: [], builds: new Map(), reached: new Map() }
}

/** Writes down what a command tells. */
export function note(record: TimeRecord, command: Command, now: number): void {
  if (command.type === 'job_changed') noteJob(record, command.job, command.state, now)
  if (command.type === 'input_wanted') record.reached.set(`${command.build} ${command.step}`, now)
  if (command.type !== 'build_changed') return
  const states = record.builds.get(command.build) ?? []
  record.builds.set(command.build, states)
  if (states.at(-1)?.at === now) states.pop()
  states.push({ at: now, state: command.state })
}

function noteJob({ jobs }: TimeRecord, id: number, state: JobState, now: number): void {
  const times = (jobs[id] ??= { created: now })
  switch (state) {
    case 'waiting':
    case 'blocked':
    case 'unblocked':
    case 'canceling':
    case 'timing_out':
      return
    case 'limited':
      times.ready = now
      return
    case 'scheduled':
      times.ready ??= now
      times.scheduled = now
      return
    case 'assigned':
    case 'running':
      times.started ??= now
      return
    default:
      times.finished = now
  }
}
