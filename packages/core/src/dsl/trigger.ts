import type { TriggerOptions, TriggerStep } from '../model/step.ts'
import { makeStep } from './make-step.ts'

/**
 * A step that starts a build of another pipeline.
 *
 * @see https://buildkite.com/docs/pipelines/configure/step-types/trigger-step
 * @returns A frozen plain object.
 * @example
 * const docs = trigger({ trigger: 'docs-site', async: true, build: { branch: 'main' } })
 */
export function trigger(options: TriggerOptions): TriggerStep {
  return makeStep('trigger', options, trigger)
}
