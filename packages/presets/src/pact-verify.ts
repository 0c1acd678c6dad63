import type { CommandStep } from '@kitewright/core'
import { onAgentLoss, type PartOptions, scriptStep } from './script-step.ts'

/** What `pactVerify` takes. */
export interface PactVerifyOptions extends PartOptions {
  /** The service of the Compose file that verifies: `pact` unless told. */
  readonly kind?: string | undefined
}

/**
 * Verifies that a provider does what its consumers' pacts say, by `test.sh pact`: whatever its language has for that runs in
 * Docker Compose. It is told by `PACT_PUBLISH` that its results are to be published, so that others may ask `can-i-deploy`;
 * the Compose file hands it on, with `PACT_BROKER_BASE_URL`, `PACT_BROKER_TOKEN`, `BUILDKITE_COMMIT` and `BUILDKITE_BRANCH`.
 *
 * @see https://docs.pact.io/provider
 * @example
 * pactVerify({ service: 'accounts', depends_on: unit })
 */
export function pactVerify({ kind = 'pact', ...options }: PactVerifyOptions): CommandStep {
  const defaults = {
    label: ':handshake: Verify pacts',
    key: 'pact-verify',
    timeout_in_minutes: 15,
    artifact_paths: 'logs/compose-*.log',
    retry: onAgentLoss,
    env: { PACT_PUBLISH: 'true' },
  }
  return scriptStep(`test.sh ${kind}`, defaults, options)
}
