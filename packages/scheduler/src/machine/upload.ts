import type { BuildPlan } from '../plan/build-plan.ts'
import { addSteps, connectMissing } from './add-steps.ts'
import { endJob } from './end-job.ts'
import { isNotStarted, isRunning } from './job-state.ts'
import { type Job, placeOf, type Step, type Tables } from './tables.ts'

/** Steps that a running job adds to its build (docs/spec/semantics.md §12). A key that the build has already is refused. */
export function upload(
  tables: Tables,
  job: Job,
  { plan, replace }: { readonly plan: BuildPlan; readonly replace?: boolean | undefined },
): void {
  if (!isRunning(job)) return
  const { step } = job
  const { build } = step
  const replaced = replace ? build.steps.filter(isReplaceable) : []
  const isFree = (old: Step): boolean => {
    if (!replaced.includes(old)) return false
    tables.touched.add('replaced_key')
    return tables.choices.replaced_key === 'reusable'
  }
  for (const { key } of plan.steps) {
    const old = key === undefined ? undefined : build.keys.get(key)
    if (key === undefined || old === undefined || isFree(old)) continue
    tables.commands.push({ type: 'upload_refused', job: job.id, key })
    return
  }
  for (const old of replaced) remove(tables, old, step)
  addSteps(tables, build, plan, job)
  connectMissing(tables, build)
}

/** A step of which no job has started, and whose end nobody knows. */
function isReplaceable({ own, jobs, earlier, plan: { kind } }: Step): boolean {
  return kind !== 'group' && own === undefined && earlier.length === 0 && jobs.every(isNotStartedOrBroken)
}

function isNotStartedOrBroken(job: Job): boolean {
  return isNotStarted(job) || job.state === 'broken'
}

function remove(tables: Tables, old: Step, by: Step): void {
  old.ignored = { code: 'replaced', by: placeOf(by) }
  for (const job of old.jobs) {
    if (!isNotStarted(job)) continue
    job.reason = old.ignored
    endJob(tables, job, 'skipped', 'ignored')
  }
}
