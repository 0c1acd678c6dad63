import { failsSoftly, forgivenStatuses } from '@kitewright/core/attributes'
import type { JobPlan, StepPlan } from '../plan/build-plan.ts'
import { type Duration, parseDuration } from './duration.ts'
import { jobName, lookUp, stepKey } from './job-name.ts'
import type { BuildScenario, JobEnding, JobOutcome, PerAttempt, Quantiles } from './scenario.ts'

/** What one run of a job does. */
export interface JobScript {
  /** How long it runs, in milliseconds, unless something ends it before. */
  readonly length: number
  readonly ending: 'timed_out' | (JobEnding & { readonly exitStatus: number })
}

const usualDuration = 60_000

/** What a scenario says of one run of a job. */
export function jobScript(scenario: BuildScenario, step: StepPlan, job: JobPlan, attempt: number): JobScript {
  const outcome = ofAttempt(lookUp(scenario.outcomes, step, job) ?? 'passed', attempt)
  const duration = lookUp(scenario.durations, step, job) ?? scenario.defaultDuration
  return {
    length: lengthOf(duration, attempt, seedOf(scenario, jobName(step, job))),
    ending: endingOf(outcome, step, job),
  }
}

function seedOf({ seed = 0 }: BuildScenario, name: string): string {
  return `${seed}/${name}`
}

function ofAttempt<Value>(values: PerAttempt<Value>, attempt: number): Value {
  if (!Array.isArray(values)) return values as Value
  return values[Math.min(attempt, values.length) - 1] as Value
}

function lengthOf(given: PerAttempt<Duration> | Quantiles | undefined, attempt: number, seed: string): number {
  if (given === undefined) return usualDuration
  if (typeof given === 'object' && 'quantiles' in given)
    return drawn(given.quantiles.map(milliseconds), `${seed}/${attempt}`)
  return milliseconds(ofAttempt(given, attempt))
}

function milliseconds(duration: Duration): number {
  const parsed = parseDuration(duration)
  if (parsed === undefined)
    throw new RangeError(`"${duration}" is not a duration: write seconds, or a text such as "5m"`)
  return parsed
}

/** A value between the quantiles: each stretch is as likely as the others. */
function drawn(quantiles: readonly number[], seed: string): number {
  const [only = usualDuration] = quantiles
  if (quantiles.length < 2) return only
  const at = fractionOf(seed) * (quantiles.length - 1)
  const from = quantiles[Math.floor(at)] as number
  const to = quantiles[Math.floor(at) + 1] as number
  return Math.round(from + (to - from) * (at % 1))
}

/** A number from 0 to 1 that any change of the text changes: FNV-1a, mixed as murmur does it. */
function fractionOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** The numbers of signals, by POSIX. */
const signals: Readonly<Record<string, number>> = { HUP: 1, INT: 2, QUIT: 3, ABRT: 6, KILL: 9, SEGV: 11, TERM: 15 }

function endingOf(outcome: JobOutcome, step: StepPlan, job: JobPlan): JobScript['ending'] {
  if (outcome === 'timed_out') return outcome
  if (outcome === 'passed') return { exitStatus: 0 }
  if (outcome === 'failed') return { exitStatus: 1 }
  if (outcome === 'soft_failed') return { exitStatus: forgiven(step, job) }
  if (typeof outcome === 'number') return { exitStatus: outcome }
  const { signal, exitStatus } = outcome
  const bySignal = signal === undefined ? 1 : 128 + (signals[signal.replace(/^SIG/, '')] ?? 0)
  return { ...outcome, exitStatus: exitStatus ?? bySignal }
}

/** An exit status that the `soft_fail` of a step forgives. */
function forgiven(step: StepPlan, { softFail }: JobPlan): number {
  const listed = forgivenStatuses(softFail).map(({ status }) => Number(status))
  const status = [1, ...listed].find((one) => failsSoftly(softFail, one))
  if (status === undefined)
    throw new RangeError(`step "${stepKey(step)}" cannot fail softly: it has no \`soft_fail\` that forgives anything`)
  return status
}
