import { type CommandStep, shell } from '@kitewright/core'
import { type PactOptions, pactStep, version } from './pact-step.ts'

/** What `pactPublish` takes. */
export interface PactPublishOptions extends PactOptions {
  /** The folder in which its tests write pacts, which they keep as artifacts: `pacts` unless told. */
  readonly pacts?: string | undefined
}

/**
 * Publishes what a consumer's tests wrote of the services that it asks: its pacts, as this commit's. The step of those tests
 * keeps them: `artifact_paths: 'pacts/*.json'`.
 *
 * @see https://docs.pact.io/pact_broker/publishing_and_retrieving_pacts
 * @example
 * pactPublish({ service: 'gateway', depends_on: contract })
 */
export function pactPublish({ pacts = 'pacts', ...options }: PactPublishOptions): CommandStep {
  const lines = (cli: string): readonly string[] => [
    shell`buildkite-agent artifact download ${`${pacts}/*.json`} .`,
    `${cli} ${shell`publish ${pacts}`} --consumer-app-version ${version} --branch "$BUILDKITE_BRANCH" --build-url "$BUILDKITE_BUILD_URL"`,
  ]
  return pactStep(lines, { label: ':handshake: Publish pacts', key: 'pact-publish' }, options)
}
