import { type BlockStep, sequence, type Step } from '@kitewright/core'
import { approval } from './approval.ts'
import { deploy } from './deploy.ts'
import { deployMarker } from './deploy-marker.ts'
import { type Environment, titleOf } from './environment.ts'
import { mayDeploy, type PactContracts, recordDeployment } from './pact-contracts.ts'
import { releaseNotes } from './release-notes.ts'
import { rollback } from './rollback.ts'
import type { ServiceFacts } from './service-facts.ts'
import { smokeTest } from './smoke-test.ts'

/** The consent before an environment: one block step, or none. */
export function consentTo(environment: Environment, isFirst: boolean, { prefix }: ServiceFacts): BlockStep | undefined {
  const { approval: wanted = !isFirst, releaseNotes: notes } = environment
  if (wanted === false) return undefined
  const prompt = notes ? { prompt: 'The release notes on the page of the build tell what comes with it.' } : {}
  return approval({ title: titleOf(environment), prefix, ...prompt, ...(wanted === true ? {} : wanted) })
}

/** What comes before a deployment: what would be new, and the consent to it. */
export function approvalOf(
  environment: Environment,
  consent: BlockStep | undefined,
  facts: ServiceFacts,
): readonly Step[] {
  const { name, releaseNotes: notes = false, agents } = environment
  const place = { ...facts, agents, environment: name, title: titleOf(environment) }
  return sequence(notes && releaseNotes({ ...place, ...(notes === true ? {} : notes) }), consent)
}

/** What brings the service to an environment, and tries it there. */
export function deploymentOf(
  environment: Environment,
  consent: BlockStep | undefined,
  facts: ServiceFacts,
  pact: PactContracts | undefined,
): readonly Step[] {
  const { name, title: _title, approval: _approval, releaseNotes: _notes, on: _on, ...others } = environment
  const { smokeTest: tried, markers = [], ...attributes } = others
  const title = titleOf(environment)
  const place = { ...facts, environment: name, title }
  const asked = pact && mayDeploy(pact, title, facts)
  const deployed = deploy({
    ...place,
    approval: consent,
    ...attributes,
    ...(asked && { depends_on: [asked, attributes.depends_on] }),
  })
  const marker = 'systems' in markers ? markers : { systems: markers }
  const marked = (rollBack: boolean, after: Step): Step | false =>
    marker.systems.length > 0 && deployMarker({ ...place, depends_on: after, ...marker, rollBack })
  const smoke = tried !== undefined && smokeOf(tried, title, facts, deployed)
  const back = smoke && rollback({ ...place, after: String(smoke.key) })
  const recorded = pact && recordDeployment(pact, title, facts, smoke || deployed)
  const steps = [asked, deployed, marked(false, deployed), smoke, back, back && marked(true, back), recorded]
  return steps.filter((step) => step !== false && step !== undefined)
}

function smokeOf(tried: NonNullable<Environment['smokeTest']>, title: string, { prefix }: ServiceFacts, after: Step) {
  return smokeTest({
    title,
    prefix,
    depends_on: after,
    ...(typeof tried === 'string' ? { command: tried } : tried),
  })
}
