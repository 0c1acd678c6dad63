import type { BuildTimeline, JobTimeline, StepTimeline } from '@kitewright/scheduler'
import { colored, type Sign, signOf } from './signs.ts'
import type { TimeAxis } from './time-axis.ts'

/** What stands in the columns of a bar: a job that runs, one that failed and was run again, a wait for a slot or an agent, for a person. */
const fill = { running: '█', failed: '▒', waiting: '·', person: '┄' } as const

/** The times of a step in an axis: all of its jobs over each other. */
export function bar(step: StepTimeline, build: BuildTimeline, axis: TimeAxis, isColored: boolean): string {
  const cells = Array.from({ length: axis.width }, (): { sign: string; color: Sign['color'] } => ({
    sign: ' ',
    color: 'gray',
  }))
  const put = (from: number, to: number, sign: string, color: Sign['color']): void => {
    const first = Math.min(Math.floor(axis.columnOf(from - build.start)), axis.width - 1)
    const last = Math.max(first + 1, Math.round(axis.columnOf(to - build.start)))
    for (let column = first; column < Math.min(last, axis.width); column++) cells[column] = { sign, color }
  }
  const { color } = signOf(step)
  if (step.kind === 'block' || step.kind === 'input') {
    if (step.start !== undefined) put(step.start, step.finish ?? build.finish, fill.person, 'blue')
  } else {
    for (const job of step.jobs) putWait(job, put)
    for (const job of step.jobs) putRun(job, step, build, { put, color })
  }
  return runsOf(cells)
    .map((one) => colored(one.text, one.color, isColored))
    .join('')
}

type Put = (from: number, to: number, sign: string, color: Sign['color']) => void

function putWait({ start, waitedFor: { agent, concurrency } }: JobTimeline, put: Put): void {
  if (start !== undefined && agent + concurrency > 0) put(start - agent - concurrency, start, fill.waiting, 'gray')
}

function putRun(
  job: JobTimeline,
  step: StepTimeline,
  build: BuildTimeline,
  { put, color }: { readonly put: Put; readonly color: Sign['color'] },
): void {
  if (job.start === undefined) return
  const wasRetried = step.jobs.some(({ name, attempt }) => name === job.name && attempt > job.attempt)
  if (wasRetried) put(job.start, job.finish ?? build.finish, fill.failed, 'red')
  else put(job.start, job.finish ?? build.finish, fill.running, color)
}

/** Neighbours of one colour together. */
function runsOf(
  cells: readonly { readonly sign: string; readonly color: Sign['color'] }[],
): readonly { readonly text: string; readonly color: Sign['color'] }[] {
  const runs: { text: string; color: Sign['color'] }[] = []
  for (const { sign, color } of cells) {
    const last = runs.at(-1)
    if (last?.color === color) last.text += sign
    else runs.push({ text: sign, color })
  }
  return runs
}
