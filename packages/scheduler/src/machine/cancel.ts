import { endJob } from './end-job.ts'
import { isNotStarted, isRunning, setState } from './job-state.ts'
import type { Build, Job, Step, Tables } from './tables.ts'

type By = 'build' | 'step' | 'build_failing'

function cancelJob(tables: Tables, job: Job, by: By): void {
  if (isRunning(job)) {
    if (job.state === 'canceling') return
    job.reason = { code: 'canceled', by }
    setState(tables, job, 'canceling')
    tables.commands.push({ type: 'stop_job', job: job.id, why: 'canceled' })
  } else if (isNotStarted(job)) {
    job.reason = { code: 'canceled', by }
    endJob(tables, job, 'canceled', 'canceled')
  }
}

/** Nothing of the build starts any more, whatever tolerates failure (docs/spec/semantics.md §9). */
export function cancelBuild(tables: Tables, build: Build | undefined): void {
  if (build === undefined || build.isCanceled || build.open === 0) return
  build.isCanceled = true
  tables.changedBuilds.add(build)
  for (const step of build.steps) for (const job of step.jobs) cancelJob(tables, job, 'build')
}

export function cancelStep(tables: Tables, step: Step | undefined): void {
  if (step === undefined) return
  for (const job of step.jobs) cancelJob(tables, job, 'step')
  for (const child of step.plan.kind === 'group' ? step.needs : []) cancelStep(tables, child.from)
}

/** Cancels what asks for it when the build begins to fail (docs/spec/semantics.md §8). */
export function cancelOnFailing(tables: Tables, build: Build): void {
  const { choices, touched } = tables
  for (const { jobs } of build.steps) {
    for (const job of jobs) {
      if (!job.plan.cancelsOnBuildFailing) continue
      if (isNotStarted(job)) touched.add('cancel_on_build_failing_before_start')
      const isMeant = isRunning(job) || choices.cancel_on_build_failing_before_start === 'canceled'
      if (isMeant) cancelJob(tables, job, 'build_failing')
    }
  }
}
