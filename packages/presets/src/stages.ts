import type { BuildContext, Step, Steps } from '@kitewright/core'
import { composeTests } from './compose-tests.ts'
import { dockerImage } from './docker-image.ts'
import { type Environment, usualEnvironments } from './environment.ts'
import { approvalOf, consentTo, deploymentOf } from './environment-steps.ts'
import { contractsOf } from './pact-contracts.ts'
import { onAgentLoss } from './script-step.ts'
import type { ServiceFacts } from './service-facts.ts'
import type { Between, ServiceOptions, StageName } from './service-options.ts'

/** One stage of a delivery: all its steps wait for all steps of the stage before. */
export interface PlacedStage {
  readonly name: StageName
  readonly steps: Steps
}

/** The stages of one build, with what the author made of them. A stage of which nothing is left stays, without steps. */
export function stagesFor(context: BuildContext, options: ServiceOptions): readonly PlacedStage[] {
  const { environments = usualEnvironments, stages, before, after } = options
  const facts = { service: options.name, scripts: options.scripts, folder: options.folder, prefix: options.prefix }
  const trigger = triggerOf(context, options)
  const here = environments.filter(({ on = 'branch' }) => on === trigger)
  const usual: readonly PlacedStage[] = [
    { name: 'tests', steps: testsOf(options, facts) },
    ...(trigger === 'branch' || here.length > 0 ? preparationOf(options, facts) : []),
    ...here.flatMap((environment) => environmentStages(environment, environment === environments[0], options, facts)),
  ]
  return usual.flatMap(({ name, steps }) => [
    { name, steps: between(before?.[name], context) },
    { name, steps: changed(stages?.[name], steps as readonly Step[], context) },
    { name, steps: between(after?.[name], context) },
  ])
}

/** What a build delivers for. Nothing, in a pull request or a merge queue, whatever its branch is called. */
function triggerOf({ build }: BuildContext, { branches }: ServiceOptions): Environment['on'] {
  if (build.tag && !build.pull_request && !build.merge_queue) return 'tag'
  // No branches are none, not the default one.
  return branches?.length !== 0 && build.isTrusted(...(branches ?? [])) ? 'branch' : undefined
}

function testsOf({ tests = ['unit', 'integration'], retry = onAgentLoss }: ServiceOptions, facts: ServiceFacts): Steps {
  return tests.map((test) => {
    const { scripts, folder, prefix } = facts
    return composeTests({ scripts, folder, prefix, retry, ...(typeof test === 'string' ? { kind: test } : test) })
  })
}

/** What a build that delivers makes before it deploys. */
function preparationOf(options: ServiceOptions, facts: ServiceFacts): readonly PlacedStage[] {
  const { pact } = options
  return [
    ...(pact === undefined ? [] : [{ name: 'contracts' as const, steps: contractsOf(pact, facts) }]),
    { name: 'image', steps: imagesOf(options, facts) },
  ]
}

function imagesOf({ name, images = [name], retry = onAgentLoss }: ServiceOptions, facts: ServiceFacts): Steps {
  return images.map((image) =>
    dockerImage({ ...facts, retry, ...(typeof image === 'string' ? { imageName: image } : image) }),
  )
}

function environmentStages(
  environment: Environment,
  isFirst: boolean,
  { name, images = [name], pact }: ServiceOptions,
  facts: ServiceFacts,
): readonly PlacedStage[] {
  const consent = consentTo(environment, isFirst, facts)
  const names = images.map((image) => (typeof image === 'string' ? image : (image.imageName ?? name)))
  return [
    { name: `approve-${environment.name}`, steps: approvalOf(environment, consent, facts) },
    { name: `deploy-${environment.name}`, steps: deploymentOf({ images: names, ...environment }, consent, facts, pact) },
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
