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
  const ended = stepsByEnd(sight)
  const seen = new Set<number>()
  let at = lastToEnd(view.steps, sight)
  while (at !== undefined && !seen.has(at.index)) {
    seen.add(at.index)
    const plan = build.steps[at.index] as StepPlan
    const { start, finish } = spans[at.index] ?? {}
    if (plan.kind !== 'wait' && start !== undefined && finish !== undefined) path.push(stepKey(plan))
    at = before(at, sight, ended)
  }
  return path.toReversed()
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

type StepsByEnd = ReadonlyMap<number, readonly StepView[]>

/** The steps by the times at which jobs of theirs ended. */
function stepsByEnd({ view, run }: Sight): StepsByEnd {
  const ended = new Map<number, StepView[]>()
  for (const step of view.steps) {
    for (const job of step.jobs) {
      const { started, finished } = timesOf(run, job)
      if (started === undefined || finished === undefined) continue
      const others = ended.get(finished)
      if (others === undefined) ended.set(finished, [step])
      else others.push(step)
    }
  }
  return ended
}

function before(step: StepView, sight: Sight, ended: StepsByEnd): StepView | undefined {
  const job = firstOfLast(step, sight)
  if (job === undefined) return undefined
  const { created, ready, scheduled, started } = timesOf(sight.run, job)
  const plan = sight.build.steps[step.index]?.jobs[job.slot] as JobPlan
  if (started !== undefined && scheduled !== undefined && started > scheduled)
    return rivalOf(ended.get(started), started, sight, (other) => other.queue === plan.queue)
  if (scheduled !== undefined && ready !== undefined && scheduled > ready)
    return rivalOf(
      ended.get(scheduled),
      scheduled,
      sight,
      (other) => other.concurrency?.group === plan.concurrency?.group,
    )
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

/** One of some steps that a job ended at a time of which had what another one waited for. */
function rivalOf(
  steps: readonly StepView[] | undefined,
  time: number,
  { build, run }: Sight,
  isRival: (job: JobPlan) => boolean,
): StepView | undefined {
  return steps?.find(({ index, jobs }) =>
    jobs.some((job) => {
      const plan = build.steps[index]?.jobs[job.slot]
      return plan !== undefined && timesOf(run, job).finished === time && isRival(plan)
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
