import type { CommandStep } from '@kitewright/core'
import { type PartOptions, scriptStep } from './script-step.ts'

/** What `rollback` takes. */
export interface RollbackOptions extends PartOptions {
  readonly service: string
  /** What the script is told: `test`, `prod`. */
  readonly environment: string
  /** What it is called in label and key: as the script is told unless given. */
  readonly title?: string | undefined
  /** The key of the step whose failure brings the images before back. */
  readonly after: string
}

/**
 * Brings back what an environment had before, if a step that came after the deployment did not pass; otherwise it does
 * nothing, and passes.
 *
 * @example
 * rollback({ service: 'payments', environment: 'test', after: 'smoke-test-test' })
 */
export function rollback({ environment, title = environment, after, ...options }: RollbackOptions): CommandStep {
  const defaults = {
    label: `:rewind: Roll back ${title}`,
    key: `roll-back-${title}`,
    depends_on: [{ step: after, allow_failure: true }],
    concurrency: 1,
    concurrency_group: `${options.service}/${environment}`,
    timeout_in_minutes: 30,
  }
  return scriptStep(`deploy ${environment} --roll-back-unless-passed ${after}`, defaults, options)
}
