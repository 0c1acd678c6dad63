import type { WaitOptions, WaitStep } from '../model/step.ts'
import { makeStep } from './make-step.ts'

/**
 * A barrier: the steps after it wait for all steps before it in the same list.
 *
 * @see https://buildkite.com/docs/pipelines/configure/step-types/wait-step
 * @returns A frozen plain object.
 * @example
 * const afterTests = wait({ continue_on_failure: true })
 */
export function wait(options: WaitOptions = {}): WaitStep {
  return makeStep('wait', options, wait)
}
