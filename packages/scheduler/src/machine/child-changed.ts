import { endJob } from './end-job.ts'
import type { ChildState } from './event.ts'
import { finishJob } from './jobs.ts'
import { isRunning } from './job-state.ts'
import type { Job, Tables } from './tables.ts'

/** What a trigger step makes of the build that it started (docs/spec/semantics.md §11). */
export function childChanged(tables: Tables, job: Job, state: ChildState): void {
  const { trigger } = job.step.plan
  if (trigger === undefined || !isRunning(job)) return
  const ended = trigger.isAsync ? (state === 'created' ? 'passed' : undefined) : endOf(tables, state)
  if (ended === 'skipped') endJob(tables, job, 'skipped', 'ignored')
  else if (ended !== undefined) finishJob(tables, job, { exitStatus: ended === 'passed' ? 0 : 1 })
}

function endOf({ choices, touched }: Tables, state: ChildState): 'passed' | 'failed' | 'skipped' | undefined {
  switch (state) {
    case 'created':
    case 'running':
      return undefined
    case 'passed':
    case 'failed':
      return state
    case 'canceled':
      return 'failed'
    case 'superseded':
      return 'skipped'
    case 'blocked':
      touched.add('child_build_blocked')
      return choices.child_build_blocked === 'waits' ? undefined : choices.child_build_blocked
    case 'not_run':
      touched.add('child_build_not_run')
      return choices.child_build_not_run
  }
}
