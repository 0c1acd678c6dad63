import { type BuildContext, sequence, type Step, type Steps } from '@kitewright/core'
import { composeTests } from './compose-tests.ts'
import { dockerImage } from './docker-image.ts'
import { type Environment, usualEnvironments } from './environment.ts'
import { approvalOf, type Aside, deploymentOf, type StageSteps } from './environment-steps.ts'
import { contractsOf } from './pact-contracts.ts'
import { onAgentLoss } from './script-step.ts'
import type { ServiceFacts } from './service-facts.ts'
import type { Between, ServiceOptions, StageName } from './service-options.ts'

/** One stage of a delivery: all its steps wait for all steps of the stage before. */
export interface PlacedStage {
  readonly name: StageName
  /** In one list, without what vanishes. */
  readonly steps: readonly Step[]
  /** What waits for the stage before as well, and nobody waits for. */
  readonly aside: readonly Aside[]
}

interface UsualStage extends StageSteps {
  readonly name: StageName
}

/** The stages of one build, with what the author made of them. A stage of which nothing is left stays, without steps. */
export function stagesFor(context: BuildContext, options: ServiceOptions): readonly PlacedStage[] {
  const { environments = usualEnvironments, stages, before, after } = options
  const facts = { service: options.name, scripts: options.scripts, folder: options.folder, prefix: options.prefix }
  const trigger = triggerOf(context, options)
  const here = environments.filter(({ on = 'branch' }) => on === trigger)
  const usual: readonly UsualStage[] = [
    { name: 'tests', steps: testsOf(options, facts) },
    ...(trigger === 'branch' || here.length > 0 ? preparationOf(options, facts) : []),
    ...here.flatMap((environment) => environmentStages(environment, environment === environments[0], options, facts)),
  ]
  return usual.flatMap(({ name, steps, aside = [] }) => [
    placed(name, between(before?.[name], context)),
    placed(name, changed(stages?.[name], steps, context), stages?.[name] === false ? [] : aside),
    placed(name, between(after?.[name], context)),
  ])
}

/** A stage as it is now; what told of a step that the author took out has gone with it. */
function placed(name: StageName, steps: Steps, aside: readonly Aside[] = []): PlacedStage {
  const own = sequence(steps)
  const isThere = (key: string): boolean => own.some((step) => (step as { readonly key?: unknown }).key === key)
  return { name, steps: own, aside: aside.filter(({ after }) => after === undefined || isThere(after)) }
}

/** What a build delivers for. Nothing, in a pull request or a merge queue, whatever its branch is called. */
function triggerOf({ build }: BuildContext, { branches }: ServiceOptions): Environment['on'] {
  if (build.tag && !build.pull_request && !build.merge_queue) return 'tag'
  // No branches are none, not the default one.
  return branches?.length !== 0 && build.isTrusted(...(branches ?? [])) ? 'branch' : undefined
}

function testsOf(
  { tests = ['unit', 'integration'], retry = onAgentLoss }: ServiceOptions,
  facts: ServiceFacts,
): readonly Step[] {
  return tests.map((test) => {
    const { scripts, folder, prefix } = facts
    return composeTests({ scripts, folder, prefix, retry, ...(typeof test === 'string' ? { kind: test } : test) })
  })
}

/** What a build that delivers makes before it deploys. */
function preparationOf(options: ServiceOptions, facts: ServiceFacts): readonly UsualStage[] {
  const { pact } = options
  return [
    ...(pact === undefined ? [] : [{ name: 'contracts' as const, steps: contractsOf(pact, facts) }]),
    { name: 'image', steps: imagesOf(options, facts) },
  ]
}

function imagesOf(
  { name, images = [name], retry = onAgentLoss }: ServiceOptions,
  facts: ServiceFacts,
): readonly Step[] {
  return images.map((image) =>
    dockerImage({ ...facts, retry, ...(typeof image === 'string' ? { imageName: image } : image) }),
  )
}

function environmentStages(
  environment: Environment,
  isFirst: boolean,
  { name, images = [name], pact }: ServiceOptions,
  facts: ServiceFacts,
): readonly UsualStage[] {
  const names = images.map((image) => (typeof image === 'string' ? image : (image.imageName ?? name)))
  const usual = { images: names, ...environment, approval: environment.approval ?? !isFirst }
  const { consent, ...approved } = approvalOf(usual, facts)
  return [
    { name: `approve-${environment.name}`, ...approved },
    { name: `deploy-${environment.name}`, ...deploymentOf(usual, consent, facts, pact) },
  ]
}

function between(steps: Between | undefined, context: BuildContext): Steps {
  if (steps === undefined) return []
  const made = typeof steps === 'function' ? steps(context) : steps
  return Array.isArray(made) ? (made as Steps) : [made as Step]
}

function changed(
  stage: NonNullable<ServiceOptions['stages']>[StageName],
  steps: readonly Step[],
  context: BuildContext,
): Steps {
  if (stage === undefined) return steps
  if (stage === false) return []
  return typeof stage === 'function' ? stage(steps, context) : stage
}

/** Names of stages that an author wrote and that no build of this service has. */
export function unknownStages({ environments = usualEnvironments, stages, before, after, pact }: ServiceOptions): {
  readonly unknown: readonly string[]
  readonly known: readonly string[]
} {
  const preparation = [...(pact === undefined ? [] : ['contracts']), 'image']
  const known = ['tests', ...preparation, ...environments.flatMap(({ name }) => [`approve-${name}`, `deploy-${name}`])]
  const written = [stages, before, after].flatMap((map) => Object.keys(map ?? {}))
  return { unknown: written.filter((name) => !known.includes(name)), known }
}
