import type { CommandStep } from '@kitewright/core'
import { onAgentLoss, type PartOptions, scriptStep } from './script-step.ts'
import { titled } from './title.ts'

/** What `composeTests` takes. */
export interface ComposeTestsOptions extends PartOptions {
  /** What `test.sh` is told: `unit`, `integration`, or a kind of the service's own. */
  readonly kind: string
}

const labels: Readonly<Record<string, string>> = { unit: ':test_tube: Unit', integration: ':docker: Integration' }

/**
 * One kind of tests, run by `test.sh` in Docker Compose: the service and what it needs together, taken down at the end.
 * It ends after 5 minutes (`unit`) or 15, since a test that hangs keeps an agent; the containers' logs are its artifacts.
 *
 * @example
 * const contract = composeTests({ kind: 'contract', timeout_in_minutes: 20 })
 */
export function composeTests({ kind, ...options }: ComposeTestsOptions): CommandStep {
  const defaults = {
    label: labels[kind] ?? `:test_tube: ${titled(kind)}`,
    key: kind,
    timeout_in_minutes: kind === 'unit' ? 5 : 15,
    artifact_paths: 'logs/compose-*.log',
    retry: onAgentLoss,
  }
  return scriptStep(`test.sh ${kind}`, defaults, options)
}
