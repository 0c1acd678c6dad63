import { formatDuration, parseDuration, type StepTimeline } from '@kitewright/scheduler'
import type { Simulation } from '../simulation/simulation.ts'
import type { StepKey } from '../simulation/step-key.ts'

/** Whether something holds of a simulation, and what to say where it does not, or where it does and should not. */
export interface Verdict {
  readonly pass: boolean
  readonly message: string
}

/** A question about a step of a simulation, or about the build without a key. An unknown key is an error. */
export type StepQuestion = (run: Simulation, key?: StepKey) => Verdict

function told(run: Simulation, key: StepKey | undefined): string {
  if (key !== undefined) return `step "${key}": ${run.why(key)}`
  const unusual = run.steps.find(({ outcome }) => outcome === 'hard_failed' || outcome === 'errored')
  const at = run.waitingAt().map((block) => ` at "${block}"`)
  return `the build is ${run.build.state}${at.join(',')}${unusual ? `; step "${unusual.key}" ${unusual.why}` : ''}`
}

/** Whether a step, or the build, has passed; a soft failure has not. */
export const hasPassed: StepQuestion = (run, key) => ({
  pass: key === undefined ? run.build.state === 'passed' : run.step(key).outcome === 'passed',
  message: told(run, key),
})

/** Whether a step, or the build, has failed, timed out or was canceled; a soft failure is none. */
export const hasFailed: StepQuestion = (run, key) => ({
  pass:
    key === undefined
      ? run.build.state === 'failed' || run.build.state === 'failing'
      : ['hard_failed', 'errored'].includes(run.step(key).outcome),
  message: told(run, key),
})

/** Whether any job of a step has started; of a block, whether it has been continued. */
export function hasStarted(run: Simulation, key: StepKey): Verdict {
  return { pass: isStarted(run.step(key)), message: told(run, key) }
}

function isStarted({ kind, start, outcome }: StepTimeline): boolean {
  return kind === 'block' || kind === 'input' ? outcome === 'passed' : start !== undefined
}

/** Whether all jobs of a step have run to an end, whatever it was. */
export function hasRun(run: Simulation, key: StepKey): Verdict {
  const step = run.step(key)
  return { pass: step.state === 'finished' && step.outcome !== 'neutral', message: told(run, key) }
}

/** Whether the build leaves a step out: by `if`, `branches`, `skip` or `if_changed`. */
export function isSkipped(run: Simulation, key: StepKey): Verdict {
  return { pass: run.step(key).state === 'ignored', message: told(run, key) }
}

/** Whether a block or input waits for a person. */
export function isWaitingAt(run: Simulation, key: StepKey): Verdict {
  return { pass: run.step(key).state === 'waiting_for_input', message: told(run, key) }
}

/** Whether a step was over before another one started. */
export function hasRunBefore(run: Simulation, key: StepKey, other: StepKey): Verdict {
  const [{ finish }, { start }] = [run.step(key), run.step(other)]
  const isKnown = finish !== undefined && start !== undefined && hasRun(run, key).pass
  const times = isKnown
    ? `it ended at ${formatDuration(finish)}, the other one started at ${formatDuration(start)}`
    : ''
  return { pass: isKnown && finish <= start, message: times || [told(run, key), told(run, other)].join('; ') }
}

/** Whether the build came to the state in which it stays within a time; one that waits for a person has. */
export function finishesWithin(run: Simulation, time: number | string): Verdict {
  const most = parseDuration(time)
  if (most === undefined) throw new Error(`"${time}" is not a duration: write seconds, or a text such as "5m"`)
  const path = run.criticalPath.length > 0 ? `: ${run.criticalPath.join(' → ')}` : ''
  return { pass: run.duration * 1000 <= most, message: `the build takes ${formatDuration(run.duration)}${path}` }
}
