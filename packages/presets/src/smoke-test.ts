import { command, type CommandOptions, type CommandStep } from '@kitewright/core'
import { labelled, prefixed } from './prefixed.ts'

/** What `smokeTest` takes: a command that tries what was deployed, and ends with 0 if it answers as it should. */
export interface SmokeTestOptions extends CommandOptions {
  readonly command: NonNullable<CommandOptions['command']>
  /** What the command tries, in label and key: `test`. */
  readonly title: string
  /** Stands before label and key, where several services share one pipeline. Nothing unless told. */
  readonly prefix?: string | undefined
}

/**
 * Tries an environment after a deployment. It is tried twice again, since a load balancer needs a moment.
 *
 * @example
 * smokeTest({ title: 'test', command: 'scripts/smoke.sh https://payments.test.example.com', depends_on: deployTest })
 */
export function smokeTest({ title, prefix, ...attributes }: SmokeTestOptions): CommandStep {
  return command({
    label: labelled(prefix, `:fire: Smoke test ${title}`),
    key: prefixed(prefix, `smoke-test-${title}`),
    timeout_in_minutes: 5,
    retry: { automatic: [{ exit_status: '*', limit: 2 }] },
    ...attributes,
  })
}
