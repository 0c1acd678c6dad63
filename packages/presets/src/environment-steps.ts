import type { BlockStep, CommandStep, Step } from '@kitewright/core'
import { approval, type ApprovalOptions } from './approval.ts'
import { deploy, type DeployOptions } from './deploy.ts'
import { deployMarker } from './deploy-marker.ts'
import { type Environment, titleOf } from './environment.ts'
import { mayDeploy, type PactContracts, recordDeployment } from './pact-contracts.ts'
import { releaseNotes } from './release-notes.ts'
import { rollback } from './rollback.ts'
import type { ServiceFacts } from './service-facts.ts'
import { smokeTest } from './smoke-test.ts'

/** What a stage is made of. */
export interface StageSteps {
  readonly steps: readonly Step[]
  /** What comes at the same time, and nobody waits for: however it ends, the delivery goes on. */
  readonly aside?: readonly Aside[] | undefined
}

/** A step that tells of something. */
export interface Aside {
  /** The key of the step that it comes after, and without which it has no place; without a key it comes first of its stage. */
  readonly after?: string | undefined
  /** The step, which waits for the stage before. */
  readonly make: (before: readonly Step[]) => CommandStep
}

/** What comes before a deployment: a person's consent, and what tells that person what would be new. */
export function approvalOf(
  environment: Environment,
  facts: ServiceFacts,
): StageSteps & { readonly consent?: BlockStep } {
  const { name, releaseNotes: notes = false, approval: wanted, agents } = environment
  const place = { ...facts, agents, environment: name, title: titleOf(environment) }
  const told = notes !== false && { ...place, ...(notes === true ? {} : notes) }
  const aside = told ? [{ make: (before: readonly Step[]) => releaseNotes({ depends_on: before, ...told }) }] : []
  if (wanted === false) return { steps: [], aside }
  const { depends_on, ...own } = typeof wanted === 'object' ? wanted : {}
  const waiting: Partial<ApprovalOptions> = told
    ? { prompt, depends_on: [{ step: String(releaseNotes(told).key), allow_failure: true }, depends_on] }
    : { ...(depends_on && { depends_on }) }
  const consent = approval({ title: place.title, prefix: facts.prefix, ...waiting, ...own })
  return { steps: [consent], aside, consent }
}

const prompt = 'The release notes on the page of the build tell what comes with it.'

/** What brings the service to an environment, tries it there, and tells others of it. */
export function deploymentOf(
  environment: Environment,
  consent: BlockStep | undefined,
  facts: ServiceFacts,
  pact: PactContracts | undefined,
): StageSteps {
  const { name, title: _title, approval: _approval, releaseNotes: _notes, on: _on, ...others } = environment
  const { smokeTest: tried, markers = [], ...attributes } = others
  const title = titleOf(environment)
  const place = { ...facts, environment: name, title }
  const asked = pact && mayDeploy(pact, title, facts)
  const waiting: Partial<DeployOptions> | undefined = asked && { depends_on: [asked, attributes.depends_on] }
  const deployed = deploy({ ...place, approval: consent, ...attributes, ...waiting })
  const smoke = tried === undefined ? undefined : smokeOf(tried, title, facts, deployed)
  const back = smoke && rollback({ ...place, after: String(smoke.key) })
  const recorded = pact && recordDeployment(pact, title, facts, smoke ?? deployed)

  const marker = 'systems' in markers ? markers : { systems: markers }
  const marked = (rollBack: boolean, of: CommandStep | undefined): readonly Aside[] => {
    if (of === undefined || marker.systems.length === 0) return []
    const after = String(of.key)
    return [{ after, make: () => deployMarker({ ...place, depends_on: after, ...marker, rollBack }) }]
  }
  return {
    steps: [asked, deployed, smoke, back, recorded].filter((step) => step !== undefined),
    aside: [...marked(false, deployed), ...marked(true, back)],
  }
}

function smokeOf(tried: NonNullable<Environment['smokeTest']>, title: string, { prefix }: ServiceFacts, after: Step) {
  return smokeTest({
    title,
    prefix,
    depends_on: after,
    ...(typeof tried === 'string' ? { command: tried } : tried),
  })
}
