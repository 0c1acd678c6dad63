import { givenContext, type GivenContext, type Graph, type Node, type Pipeline, suggest } from '@kitewright/core'
import { explainBreak, proveGraph, type UsualContext, usualContexts, type Witness } from '@kitewright/prover'
import { graphFor } from '../simulation/graph-of.ts'
import { whenAll } from '../simulation/when-all.ts'
import { atOnce } from '../simulation/simulate-builds.ts'

/** What must have been continued before a step may start. */
export interface GateDemand {
  /** The key of a block; of several, each must have been passed; or one of several. */
  readonly behind: string | readonly string[] | { readonly anyOf: readonly string[] }
  /** More builds to prove it for, beside the usual ones. */
  readonly contexts?: readonly GivenContext[] | undefined
}

/** A build in which a step starts though its gate was not continued. */
export interface Violation {
  /** What `simulate` takes, to see it happen. Undefined where the proof was not decided. */
  readonly scenario?: Scenario | undefined
  /** The keys of the steps that start in it. */
  readonly steps: readonly string[]
  /** What happens, line by line. */
  readonly explanation: string
}

interface Scenario extends GivenContext {
  readonly outcomes?: Witness['scenario']['outcomes']
  readonly unblock?: Witness['scenario']['unblock']
}

/** A proof, with the builds that it speaks of; or a violation. What was not decided is not proved. */
export type GateProof =
  | { readonly proved: true; readonly contexts: readonly string[] }
  | { readonly proved: false; readonly violation: Violation }

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
export function proveGate(pipeline: Pipeline, key: string, demand: GateDemand): GateProof {
  return atOnce(prove(pipeline, key, demand))
}

/** The same for a pipeline whose function is async. */
export async function proveGateAsync(pipeline: Pipeline, key: string, demand: GateDemand): Promise<GateProof> {
  return prove(pipeline, key, demand)
}

function prove(pipeline: Pipeline, key: string, demand: GateDemand): GateProof | Promise<GateProof> {
  const contexts = [...usualContexts, ...(demand.contexts ?? []).map(asContext)]
  return whenAll(
    contexts.map(({ context }) => graphFor(pipeline, context)),
    (graphs) => proveGraphs(graphs, contexts, key, demand),
  )
}

/** Of a build that the author names, all is known that he names; the rest is as in its kind. */
function asContext(given: GivenContext, index: number): UsualContext {
  const { branch, tag } = given.build ?? {}
  return {
    name: `the build that was given${index > 0 ? `, number ${index + 1}` : ''}`,
    known: new Map([
      ...(branch === undefined ? [] : [['build.branch', { value: branch }] as const]),
      ['build.tag', { value: tag ?? null }],
      given.build?.pull_request === undefined
        ? ['build.pull_request.id', { value: null }]
        : ['build.pull_request.id', { value: given.build.pull_request.id }],
    ]),
    isUnchanged: given.changedFiles?.length === 0,
    context: givenContext(given),
  }
}

function proveGraphs(
  graphs: readonly Graph[],
  contexts: readonly UsualContext[],
  key: string,
  { behind }: GateDemand,
): GateProof {
  const demands = demandsOf(behind)
  for (const name of [key, ...demands.flat()]) mustBeKnown(name, graphs)
  for (const [index, graph] of graphs.entries()) {
    const step = named(graph, key)
    if (step === undefined) continue
    for (const gate of demands) {
      const gates = gate.flatMap((one) => named(graph, one) ?? [])
      const violation = violationOf(graph, step, { gates, names: gate }, contexts[index] as UsualContext)
      if (violation !== undefined) return { proved: false, violation }
    }
  }
  return { proved: true, contexts: contexts.map(({ name }) => name) }
}

/** Each list is one demand: one of its gates must have been continued. */
function demandsOf(behind: GateDemand['behind']): readonly (readonly string[])[] {
  if (typeof behind === 'string') return [[behind]]
  return 'anyOf' in behind ? [behind.anyOf] : behind.map((one) => [one])
}

function violationOf(
  graph: Graph,
  step: Node,
  { gates, names }: { readonly gates: readonly Node[]; readonly names: readonly string[] },
  context: UsualContext,
): Violation | undefined {
  const proof = proveGraph(graph, { step, gates }, context)
  if (proof.is === 'proved') return undefined
  if (proof.is === 'undecided')
    return { steps: [], explanation: `not decided for ${context.name}, and so not proved: ${proof.why}` }
  const { witness, timeline } = proof
  const missing = gates.length === 0 ? [`- there is no ${names.join(' or ')} in such a build`] : []
  return {
    scenario: {
      build: witness.build,
      env: witness.env,
      ...(context.isUnchanged && { changedFiles: [] }),
      ...witness.scenario,
    },
    steps: timeline.steps.filter(({ start, kind }) => start !== undefined && kind !== 'group').map((one) => one.key),
    explanation: [...explainBreak(graph, { step, gates }, proof, context.name), ...missing].join('\n'),
  }
}

function named({ nodes }: Graph, key: string): Node | undefined {
  return nodes.find((node) => (node.key ?? node.id) === key)
}

function mustBeKnown(key: string, graphs: readonly Graph[]): void {
  const known = [...new Set(graphs.flatMap(({ nodes }) => nodes.map((node) => node.key ?? node.id)))]
  if (known.includes(key)) return
  const meant = suggest(key, known)
  throw new Error(`no build has a step "${key}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`)
}
