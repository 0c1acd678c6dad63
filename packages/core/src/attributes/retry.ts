import { isInterpolated, type Path } from '@kitewright/schema'
import { asList, asListOfAny, asMap, isGiven, isOn } from './read-value.ts'

/** What a condition of a rule takes: `*` is everything. Undefined where the agent fills it in. */
export type Taken<Value> = '*' | readonly Value[] | undefined

/** A rule of automatic retry; a failure must meet all of its conditions (docs/spec/pipeline.md §5.3). */
export interface RetryRule {
  /** Exit statuses; `*` is any but 0. */
  readonly exitStatuses: Taken<number>
  readonly signals: Taken<string>
  readonly signalReasons: Taken<string>
  /** How often the job is run again; undefined where the agent fills it in. */
  readonly limit: number | undefined
  readonly path: Path
}

const defaultLimit = 2

/** The rules of automatic retry, of which the first that takes a failure decides. */
export function retryRules(retry: unknown): readonly RetryRule[] {
  const { automatic } = asMap(retry)
  const path = ['retry', 'automatic']
  if (Array.isArray(automatic)) return automatic.map((rule, index) => readRule(rule, [...path, index]))
  const isRule = isOn(automatic) || (typeof automatic === 'object' && automatic !== null && !isInterpolated(automatic))
  return isRule ? [readRule(automatic, path)] : []
}

function readRule(value: unknown, path: RetryRule['path']): RetryRule {
  const { exit_status: status, signal, signal_reason: reason, limit = defaultLimit } = asMap(value)
  return {
    exitStatuses: taken(status),
    signals: taken(signal),
    signalReasons: taken(reason),
    limit: typeof limit === 'number' ? limit : undefined,
    path,
  }
}

function taken<Value>(value: unknown): Taken<Value> {
  if (isInterpolated(value)) return undefined
  return !isGiven(value) || asList(value).includes('*') || value === '*'
    ? '*'
    : (asListOfAny(value) as readonly Value[])
}

/** Whether a rule takes every failure, so that no later one is asked. */
export function takesAll({ exitStatuses, signals, signalReasons }: RetryRule): boolean {
  return exitStatuses === '*' && signals === '*' && signalReasons === '*'
}

/** Whether a person may run a job again. */
export interface ManualRetry {
  /** Undefined where the agent fills it in. */
  readonly isAllowed: boolean | undefined
  /** What is shown where it is not. */
  readonly reason: unknown
}

/** Reads every form of `retry.manual`; a person may, unless told otherwise. */
export function manualRetry(retry: unknown): ManualRetry {
  const { manual } = asMap(retry)
  const { allowed = true, reason } = isGiven(manual) && typeof manual !== 'object' ? { allowed: manual } : asMap(manual)
  const isUnknown = isInterpolated(manual) || isInterpolated(allowed)
  return { isAllowed: isUnknown ? undefined : allowed !== false && allowed !== 'false', reason }
}
