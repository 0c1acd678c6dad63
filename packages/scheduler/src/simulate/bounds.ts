import { postOrder } from '@kitewright/core/order'
import type { StepView } from '../machine/view.ts'
import type { StepPlan } from '../plan/build-plan.ts'
import { agentsOf } from './queue-timelines.ts'
import { stepKey } from './job-name.ts'
import { parseDuration } from './duration.ts'
import { type Sight, timesOf } from './sight.ts'

/**
 * How short the build could be at the least, in seconds, with the same times of jobs: the longest way through steps that wait
 * for each other, and for each queue its work on all of its agents.
 */
export function bounds(sight: Sight): { readonly criticalPath: number; readonly work: number } {
  return { criticalPath: longestWay(sight) / 1000, work: leastWork(sight) / 1000 }
}

function longestWay(sight: Sight): number {
  const { steps } = sight.view
  // A step is over with all that it uploaded; what was uploaded waits for the step itself.
  const own = steps.length
  const successors = [
    ...steps.map(({ index, uploads }) => [own + index, ...uploads]),
    ...steps.map(({ index, needs }) => needs.map((need) => (isUploader(steps, index, need) ? own + need : need))),
  ]
  const ends = new Float64Array(2 * own)
  for (const at of postOrder(successors)) {
    let end = 0
    for (const before of successors[at] ?? []) end = Math.max(end, ends[before] as number)
    ends[at] = at < own ? end : afterStep(sight, at - own, end)
  }
  return ends.reduce((longest, end) => Math.max(longest, end), 0)
}

function isUploader(steps: readonly StepView[], index: number, need: number): boolean {
  for (let at = steps[index]?.uploader; at !== undefined; at = steps[at]?.uploader) if (at === need) return true
  return false
}

/** When a step is over that may begin at a time: with the longest of its jobs, or when somebody has continued it. */
function afterStep({ view, build, run, spans }: Sight, index: number, begin: number): number {
  const plan = build.steps[index] as StepPlan
  const { start, finish } = spans[index] ?? {}
  if (plan.kind === 'group') return begin
  // What the build leaves out is over from the start, whatever it waits for.
  if (view.steps[index]?.state === 'ignored') return 0
  if (plan.kind === 'block' || plan.kind === 'input') {
    const given = build.scenario.unblock?.[stepKey(plan)]
    const at = typeof given === 'object' && given.at !== undefined ? parseDuration(given.at) : undefined
    if (at !== undefined) return finish === undefined ? begin : Math.max(begin, at)
    return start === undefined || finish === undefined ? begin : begin + finish - start
  }
  const lengths = new Map<number, number>()
  for (const job of view.steps[index]?.jobs ?? []) {
    const { started, finished } = timesOf(run, job)
    const length = started === undefined || finished === undefined ? 0 : finished - started
    lengths.set(job.slot, (lengths.get(job.slot) ?? 0) + length)
  }
  return begin + Math.max(0, ...lengths.values())
}

function leastWork({ view, build, run }: Sight): number {
  const work = new Map<string, number>()
  for (const { index, jobs } of view.steps) {
    const step = build.steps[index] as StepPlan
    if (step.kind !== 'command') continue
    for (const job of jobs) {
      const { started, finished } = timesOf(run, job)
      if (started === undefined || finished === undefined) continue
      const queue = step.jobs[job.slot]?.queue ?? 'default'
      work.set(queue, (work.get(queue) ?? 0) + finished - started)
    }
  }
  const spread = [...work].map(([queue, time]) => time / (agentsOf(run.shared, queue) ?? Infinity))
  return spread.reduce((longest, time) => Math.max(longest, time), 0)
}
