import { endJob } from './end-job.ts'
import { isNotStarted, isRunning, setState } from './job-state.ts'
import type { BuildLine } from './event.ts'
import type { Build, Job, Step, Tables } from './tables.ts'

type By = 'build' | 'step' | 'build_failing' | 'newer_build'

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
export function cancelBuild(tables: Tables, build: Build | undefined, by: By = 'build'): void {
  if (build === undefined || build.isCanceled || build.open === 0) return
  build.isCanceled = true
  tables.changedBuilds.add(build)
  for (const step of build.steps) for (const job of step.jobs) cancelJob(tables, job, by)
}

/**
 * What the settings of a pipeline do to an older build where a newer one of its branch is created
 * (docs/spec/semantics.md §9).
 */
export function supersede(tables: Tables, build: Build, { skipsQueued, cancelsRunning }: BuildLine): void {
  const isMeant = build.hasStarted ? cancelsRunning : skipsQueued
  if (!isMeant || build.isCanceled || build.open === 0) return
  if (build.moving === 0) {
    tables.touched.add('blocked_build_and_newer_one')
    if (tables.choices.blocked_build_and_newer_one === 'kept') return
  }
  build.isSuperseded = true
  if (build.hasStarted) cancelBuild(tables, build, 'newer_build')
  else skipBuild(tables, build)
}

function skipBuild(tables: Tables, build: Build): void {
  build.isCanceled = true
  tables.changedBuilds.add(build)
  for (const job of build.steps.flatMap((step) => step.jobs).filter(isNotStarted)) {
    job.reason = { code: 'superseded' }
    endJob(tables, job, 'skipped', 'ignored')
  }
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
