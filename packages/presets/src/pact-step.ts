import { command, type CommandOptions, type CommandStep } from '@kitewright/core'
import { labelled, prefixed } from './prefixed.ts'
import { onAgentLoss, type PartDefaults } from './script-step.ts'

/** What every part that asks a Pact broker takes; beside it, any attribute of its step, which wins. */
export interface PactOptions extends CommandOptions {
  /** What the service is called in contracts. */
  readonly service: string
  /**
   * How the broker's client is started: `pact-broker` unless told, as agents have it installed. It reads
   * `PACT_BROKER_BASE_URL` and `PACT_BROKER_TOKEN` of the environment.
   */
  readonly cli?: string | undefined
  /** Stands before label and key, where several services share one pipeline. Nothing unless told. */
  readonly prefix?: string | undefined
}

/** What tells one version of a service from another: its commit. */
export const version = '"$BUILDKITE_COMMIT"'

/** A step that asks the broker. It may be asked again: it takes the same twice. */
export function pactStep(
  line: (cli: string, service: string) => string | readonly string[],
  defaults: PartDefaults,
  { service, cli = 'pact-broker', prefix, ...attributes }: PactOptions,
): CommandStep {
  return command({
    timeout_in_minutes: 10,
    retry: onAgentLoss,
    ...defaults,
    label: labelled(prefix, defaults.label),
    key: prefixed(prefix, defaults.key),
    command: line(cli, service),
    ...attributes,
  })
}
