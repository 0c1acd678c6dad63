import type { JobView, StepView } from '../machine/view.ts'
import type { JobPlan, StepPlan } from '../plan/build-plan.ts'
import { stepKey } from './job-name.ts'
import { type Sight, timesOf } from './sight.ts'

/**
 * The steps that made a build so long, in their order: from the one that ended last, each time to what it waited for last,
 * whether that was a step before it, the one that had its slot, or the one that had its agent.
 */
export function criticalPath(sight: Sight): readonly string[] {
  const { view, build, spans } = sight
  const path: string[] = []
  const seen = new Set<number>()
  let at = lastToEnd(view.steps, sight)
  while (at !== undefined && !seen.has(at.index)) {
    seen.add(at.index)
    const plan = build.steps[at.index] as StepPlan
    const { start, finish } = spans[at.index] ?? {}
    if (plan.kind !== 'wait' && start !== undefined && finish !== undefined) path.unshift(stepKey(plan))
    at = before(at, sight)
  }
  return path
}

/** The step of some that ended last and took time, groups apart. */
function lastToEnd(steps: readonly StepView[], { spans, build }: Sight): StepView | undefined {
  let last: StepView | undefined
  let latest = -1
  for (const step of steps) {
    const { start, finish } = spans[step.index] ?? {}
    if (build.steps[step.index]?.kind === 'group' || start === undefined || finish === undefined) continue
    if (finish <= latest) continue
    last = step
    latest = finish
  }
  return last
}

function before(step: StepView, sight: Sight): StepView | undefined {
  const job = firstOfLast(step, sight)
  if (job === undefined) return undefined
  const { created, ready, scheduled, started } = timesOf(sight.run, job)
  const plan = sight.build.steps[step.index]?.jobs[job.slot] as JobPlan
  if (started !== undefined && scheduled !== undefined && started > scheduled)
    return endedAt(started, sight, (other) => other.queue === plan.queue)
  if (scheduled !== undefined && ready !== undefined && scheduled > ready)
    return endedAt(scheduled, sight, (other) => other.concurrency?.group === plan.concurrency?.group)
  if (ready !== undefined && ready === created && step.uploader === undefined) return undefined
  return waitedForLast(step, sight)
}

/** The first attempt of the job that ended last. */
function firstOfLast({ jobs }: StepView, { run }: Sight): JobView | undefined {
  let last: JobView | undefined
  for (const job of jobs)
    if (last === undefined || (timesOf(run, job).finished ?? 0) > (timesOf(run, last).finished ?? 0)) last = job
  return jobs.find(({ slot }) => slot === last?.slot)
}

function endedAt(time: number, { view, build, run }: Sight, isRival: (job: JobPlan) => boolean): StepView | undefined {
  return view.steps.find(({ index, jobs }) =>
    jobs.some((job) => {
      const plan = build.steps[index]?.jobs[job.slot]
      const { started, finished } = timesOf(run, job)
      return plan !== undefined && started !== undefined && finished === time && isRival(plan)
    }),
  )
}

/** The step that let it go on; of a group the one of its steps that ended last, of an uploader what it uploaded. */
function waitedForLast({ after }: StepView, sight: Sight): StepView | undefined {
  const { steps } = sight.view
  const step = after === undefined ? undefined : steps[after]
  if (step === undefined) return undefined
  const { kind } = sight.build.steps[step.index] as StepPlan
  const inside = kind === 'group' ? step.needs : step.uploads
  const last = lastToEnd(
    inside.map((index) => steps[index] as StepView),
    sight,
  )
  return kind === 'group' ? (last ?? step) : step
}
