import { type CommandStep, shell } from '@kitewright/core'
import { type PactOptions, pactStep, version } from './pact-step.ts'

/** What `pactCanIDeploy` takes. */
export interface PactCanIDeployOptions extends PactOptions {
  /** What the broker calls the environment: `test`, `production`. */
  readonly environment: string
}

/**
 * Asks whether this commit fulfils its contracts with all that is in an environment now; the deployment waits for it. Where a
 * contract is not verified yet, it asks again for five minutes.
 *
 * @see https://docs.pact.io/pact_broker/can_i_deploy
 * @example
 * const mayDeploy = pactCanIDeploy({ service: 'gateway', environment: 'production', depends_on: release })
 */
export function pactCanIDeploy({ environment, ...options }: PactCanIDeployOptions): CommandStep {
  const line = (cli: string, service: string): string =>
    `${cli} can-i-deploy ${shell`--pacticipant ${service}`} --version ${version} ${shell`--to-environment ${environment}`} --retry-while-unknown 20 --retry-interval 15`
  const defaults = { label: `:handshake: May it come to ${environment}?`, key: `pact-can-i-deploy-${environment}` }
  return pactStep(line, defaults, options)
}
