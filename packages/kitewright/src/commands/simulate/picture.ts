import { type BuildTimeline, formatDuration, type StepTimeline, type Timeline } from '@kitewright/scheduler'
import { lineStart, oneLine } from '../../text/visible.ts'
import { bar } from './bar.ts'
import { colored, signOf, wantsReason } from './signs.ts'
import { type TimeAxis, timeAxis } from './time-axis.ts'

/** How a picture is drawn. */
export interface PictureOptions {
  readonly width: number
  readonly isColored: boolean
  /** What the build is of. */
  readonly title: string
}

/** A build as bars over time, and below why the rest did not run. */
export function picture(build: BuildTimeline, timeline: Timeline, options: PictureOptions): string {
  const steps = build.steps.filter(({ kind, label, key }) => kind !== 'wait' || label !== 'wait' || !key.includes('#'))
  const nameWidth = Math.min(32, Math.max(8, ...steps.map((step) => nameOf(step).length)))
  const axis = axisOf(build, Math.max(20, options.width - nameWidth - 22))
  const rows = steps.map((step) => row(step, build, { nameWidth, axis, isColored: options.isColored }))
  return `${[head(build, options), '', ...rows, '', ruler(axis, build, nameWidth), ...reasons(steps, options), ...foot(build, timeline, options)].join('\n')}\n`
}

function head({ state, duration, steps }: BuildTimeline, { title, isColored }: PictureOptions): string {
  const waiting = steps.filter((step) => step.state === 'waiting_for_input').map(({ label }) => `"${oneLine(label)}"`)
  const color =
    state === 'passed'
      ? 'green'
      : state === 'failed' || state === 'failing'
        ? 'red'
        : state === 'blocked'
          ? 'blue'
          : 'yellow'
  const at = waiting.length > 0 ? ` at ${waiting.join(', ')}` : ''
  return `${title}: ${colored(state.replace('_', ' '), color, isColored)}${at} after ${formatDuration(duration)}`
}

/** The key, below that of its group, with the number of its jobs. */
function nameOf({ key, group, jobs }: StepTimeline): string {
  const count = new Set(jobs.map(({ name }) => name)).size
  return lineStart(`${group === undefined ? '' : '  '}${key}${count > 1 ? ` ×${count}` : ''}`)
}

function axisOf({ steps, start, finish }: BuildTimeline, width: number): TimeAxis {
  const stretches = steps.flatMap(({ jobs, kind }) =>
    jobs.flatMap((job) => {
      if (job.start === undefined || kind === 'block' || kind === 'input') return []
      const waited = job.waitedFor.agent + job.waitedFor.concurrency
      return [{ start: job.start - waited - start, finish: (job.finish ?? finish) - start }]
    }),
  )
  return timeAxis(stretches, finish - start, width)
}

interface RowOptions {
  readonly nameWidth: number
  readonly axis: TimeAxis
  readonly isColored: boolean
}

function row(step: StepTimeline, build: BuildTimeline, { nameWidth, axis, isColored }: RowOptions): string {
  const { sign, word, color } = signOf(step)
  const name = nameOf(step)
  const shown = (name.length > nameWidth ? `${name.slice(0, nameWidth - 1)}…` : name).padEnd(nameWidth)
  const time = step.start === undefined || step.finish === undefined ? '' : formatDuration(step.finish - step.start)
  const said = word === 'passed' || word === 'continued' ? time : time === '' ? word : `${word} ${time}`
  if (step.kind === 'group') return colored(`${sign} ${shown}`.trimEnd(), color, isColored)
  return `${colored(sign, color, isColored)} ${shown} ${bar(step, build, axis, isColored)} ${colored(said, color, isColored)}`.trimEnd()
}

/** The times below the bars, and how long the stretches are that were cut. */
function ruler(axis: TimeAxis, { duration }: BuildTimeline, nameWidth: number): string {
  const line = [...' '.repeat(axis.width + 12)]
  const write = (text: string, at: number): void => {
    for (const [index, character] of [...text].entries()) line[at + index] = character
  }
  write('0', 0)
  for (const { from, to, seconds } of axis.cuts) {
    const text = `≈ ${formatDuration(seconds)}`
    write(text, Math.max(2, Math.round((from + to - text.length) / 2)))
  }
  const end = formatDuration(duration)
  if (duration > 0) write(end, Math.max(2, axis.width - end.length))
  return `${' '.repeat(nameWidth + 3)}${line.join('').trimEnd()}`
}

/** Why steps did not run, those with one reason together. */
function reasons(steps: readonly StepTimeline[], { isColored }: PictureOptions): readonly string[] {
  const told = steps.filter(wantsReason)
  if (told.length === 0) return []
  const width = Math.min(32, Math.max(...told.map(({ key }) => oneLine(key).length)))
  const lines = told.map((step) => {
    const { sign, color } = signOf(step)
    return `  ${colored(sign, color, isColored)} ${oneLine(step.key).padEnd(width)}  ${oneLine(step.why.replace(/^not started: /, ''))}`
  })
  return ['', 'Why not:', ...lines]
}

function foot(
  { criticalPath, bounds }: BuildTimeline,
  { queues, choices }: Timeline,
  { isColored }: PictureOptions,
): readonly string[] {
  const agents = Object.entries(queues).flatMap(([queue, { agents: count, utilisation = 0 }]) =>
    count === undefined
      ? []
      : [
          `queue ${oneLine(queue)}: ${count} ${count === 1 ? 'agent' : 'agents'}, ${Math.round(utilisation * 100)} % busy`,
        ],
  )
  const open = choices.map(
    ({ says, taken }) => `left open by Buildkite, taken as "${taken.replaceAll('_', ' ')}": ${says}`,
  )
  const least = Math.max(bounds.criticalPath, bounds.work)
  return [
    ...(criticalPath.length > 1 ? ['', `critical path: ${criticalPath.map(oneLine).join(' → ')}`] : []),
    ...(agents.length > 0
      ? [`${agents.join(' · ')} · no order of the jobs takes less than ${formatDuration(least)}`]
      : []),
    ...open.map((line) => colored(line, 'gray', isColored)),
  ]
}
