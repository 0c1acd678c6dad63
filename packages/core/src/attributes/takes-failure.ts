import type { RetryRule, Taken } from './retry.ts'

/** How a job failed, as far as rules of retry ask. */
export interface Failure {
  readonly exitStatus: number
  /** Such as `SIGKILL`, where the agent signalled the process. */
  readonly signal?: string | undefined
  /** Such as `agent_stop`, or `cancel` of a job that timed out. */
  readonly signalReason?: string | undefined
}

/**
 * Whether a rule takes a failure: all that it asks must hold (docs/spec/pipeline.md §5.3).
 *
 * @param isLostTaken Whether `*` stands also for the status -1 of a job whose agent was lost.
 */
export function takesFailure(rule: RetryRule, failure: Failure, isLostTaken: boolean): boolean {
  const { exitStatus, signal, signalReason } = failure
  const isStatus =
    rule.exitStatuses === '*'
      ? exitStatus > 0 || (exitStatus === -1 && isLostTaken)
      : (rule.exitStatuses ?? []).some((status) => Number(status) === exitStatus)
  const isSignal = isTaken(rule.signals, signal, (name) => name.toUpperCase().replace(/^SIG/, ''))
  return isStatus && isSignal && isTaken(rule.signalReasons, signalReason, (name) => name)
}

function isTaken(wanted: Taken<string>, given: string | undefined, usual: (name: string) => string): boolean {
  if (wanted === '*' || wanted === undefined) return wanted === '*'
  return wanted.some((name) => (given === undefined ? name === 'none' : usual(String(name)) === usual(given)))
}
