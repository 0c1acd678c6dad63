import { type CommandStep, shell } from '@kitewright/core'
import { type PactOptions, pactStep, version } from './pact-step.ts'

/** What `pactRecordDeployment` takes. */
export interface PactRecordDeploymentOptions extends PactOptions {
  /** What the broker calls the environment: `test`, `production`. */
  readonly environment: string
}

/**
 * Tells the broker that this commit is in an environment now: what `can-i-deploy` of other services is answered by.
 *
 * @see https://docs.pact.io/pact_broker/recording_deployments_and_releases
 * @example
 * pactRecordDeployment({ service: 'gateway', environment: 'production', depends_on: deployProduction })
 */
export function pactRecordDeployment({ environment, ...options }: PactRecordDeploymentOptions): CommandStep {
  const line = (cli: string, service: string): string =>
    `${cli} record-deployment ${shell`--pacticipant ${service}`} --version ${version} ${shell`--environment ${environment}`}`
  const defaults = { label: `:handshake: Record ${environment}`, key: `pact-record-${environment}` }
  return pactStep(line, defaults, options)
}
