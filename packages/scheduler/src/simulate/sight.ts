import { type BuildView, buildsOf, type JobView } from '../machine/view.ts'
import type { JobTimes } from './record.ts'
import type { Run, RunningBuild } from './run-builds.ts'

/** When a step was there, in milliseconds; of a group, its steps. */
export interface Span {
  readonly start?: number | undefined
  readonly finish?: number | undefined
}

/** A build at the end of a run, with the times of its steps by their numbers. */
export interface Sight {
  readonly run: Run
  readonly build: RunningBuild
  readonly view: BuildView
  readonly spans: readonly Span[]
}

/** The builds of a run, by their ids. */
export function sightsOf(run: Run): ReadonlyMap<string, Sight> {
  return new Map(
    buildsOf(run.state).map((view) => {
      const build = run.builds.get(view.id) as RunningBuild
      return [view.id, { run, build, view, spans: spansOf(view, build, run) }]
    }),
  )
}

/** The times of a job. */
export function timesOf({ record }: Run, { id }: JobView): JobTimes {
  return record.jobs[id] as JobTimes
}

function spansOf({ id, steps }: BuildView, build: RunningBuild, run: Run): readonly Span[] {
  const spans: Span[] = steps.map(({ index, jobs }) => {
    const span = joined(jobs.map((job) => ({ start: timesOf(run, job).started, finish: timesOf(run, job).finished })))
    const kind = build.steps[index]?.kind
    return kind === 'block' || kind === 'input' ? { ...span, start: run.record.reached.get(`${id} ${index}`) } : span
  })
  for (const { index, needs } of steps)
    if (build.steps[index]?.kind === 'group') spans[index] = joined(needs.map((child) => spans[child] as Span))
  return spans
}

function joined(spans: readonly Span[]): Span {
  let start: number | undefined
  let finish: number | undefined = spans.length === 0 ? undefined : 0
  for (const one of spans) {
    if (one.start !== undefined && (start === undefined || one.start < start)) start = one.start
    if (one.finish === undefined) finish = undefined
    else if (finish !== undefined && one.finish > finish) finish = one.finish
  }
  return { start, finish }
}
