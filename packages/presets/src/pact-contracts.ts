import type { CommandOptions, CommandStep, Step } from '@kitewright/core'
import { pactCanIDeploy } from './pact-can-i-deploy.ts'
import { pactPublish, type PactPublishOptions } from './pact-publish.ts'
import { pactRecordDeployment } from './pact-record-deployment.ts'
import { pactVerify, type PactVerifyOptions } from './pact-verify.ts'
import type { ServiceFacts } from './service-facts.ts'

/** The contracts of a service with others; beside these, any attribute of all steps that ask the broker: `secrets`. */
export interface PactContracts extends CommandOptions {
  /** Whether it asks others: what its tests write of that is published. False unless told. */
  readonly consumer?: boolean | Omit<PactPublishOptions, 'service'> | undefined
  /** Whether others ask it: what they wrote of that is verified. False unless told. */
  readonly provider?: boolean | Omit<PactVerifyOptions, 'service'> | undefined
  /** How the broker's client is started: `pact-broker` unless told. */
  readonly cli?: string | undefined
}

/** What tells the broker of this commit: what the service wants of others, and whether it does what they want. */
export function contractsOf(pact: PactContracts, facts: ServiceFacts): readonly Step[] {
  const { consumer = false, provider = false, cli: _cli, ...attributes } = pact
  return [
    ...(consumer === false ? [] : [pactPublish({ ...brokerOf(pact, facts), ...(consumer === true ? {} : consumer) })]),
    ...(provider === false ? [] : [pactVerify({ ...facts, ...attributes, ...(provider === true ? {} : provider) })]),
  ]
}

/** Whether the broker has nothing against a deployment. */
export function mayDeploy(pact: PactContracts, environment: string, facts: ServiceFacts): CommandStep {
  return pactCanIDeploy({ ...brokerOf(pact, facts), environment })
}

/** Tells the broker of a deployment that stays: after what was tried there. */
export function recordDeployment(
  pact: PactContracts,
  environment: string,
  facts: ServiceFacts,
  after: Step,
): CommandStep {
  return pactRecordDeployment({ ...brokerOf(pact, facts), environment, depends_on: after })
}

function brokerOf({ consumer: _consumer, provider: _provider, ...others }: PactContracts, facts: ServiceFacts) {
  const { service, prefix } = facts
  return { service, prefix, ...others }
}
