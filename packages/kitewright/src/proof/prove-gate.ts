import { givenContext, type GivenContext, type Pipeline } from '@kitewright/core'
import { type UsualContext, usualContexts } from '@kitewright/prover'
import { graphFor } from '../simulation/graph-of.ts'
import { atOnce } from '../simulation/simulate-builds.ts'
import type { StepKey } from '../simulation/step-key.ts'
import { whenAll } from '../simulation/when-all.ts'
import { namedContext } from './named-context.ts'
import { type GateDemand, type GateProof, proveGraphs } from './prove-graphs.ts'

/**
 * Proves that in no build a step starts before its gate was continued: for pull requests, forks, the default branch, other
 * branches and tags, whatever changed, whatever conditions say, whatever fails. Assumed is that steps which upload more add
 * no such step, and that nobody changes the build through the API.
 *
 * @param key The step, as its key or label names it.
 * @throws InvalidPipeline where the pipeline has errors, another error where its function is async or a key is in no build.
 * @example
 * proveGate(pipeline, 'deploy-production', { behind: 'deploy-to-production' }) // { proved: true, contexts: […] }
 */
export function proveGate(pipeline: Pipeline, key: StepKey, demand: GateDemand): GateProof {
  return atOnce(prove(pipeline, key, demand))
}

/** The same for a pipeline whose function is async. */
export async function proveGateAsync(pipeline: Pipeline, key: StepKey, demand: GateDemand): Promise<GateProof> {
  return prove(pipeline, key, demand)
}

function prove(pipeline: Pipeline, key: StepKey, demand: GateDemand): GateProof | Promise<GateProof> {
  const contexts = [...usualContexts, ...(demand.contexts ?? []).map(asContext)]
  return whenAll(
    contexts.map(({ context }) => graphFor(pipeline, context)),
    (graphs) => proveGraphs({ graphs, contexts }, key, demand),
  )
}

/** Of a build that the author names, all is known that he names. */
export function asContext(given: GivenContext, index: number): UsualContext {
  const { build = {}, env, changedFiles } = given
  const { branch, tag, message, source, pull_request: pull } = build
  return namedContext(`the build that was given${index > 0 ? `, number ${index + 1}` : ''}`, givenContext(given), {
    branch,
    tag,
    message,
    source,
    env,
    changedFiles,
    pull: pull?.id,
  })
}
