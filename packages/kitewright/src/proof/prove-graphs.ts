import { type GivenContext, type Graph, type Node, suggest } from '@kitewright/core'
import {
  type Before,
  explainBreak,
  type GraphProof,
  proveGraph,
  type UsualContext,
  type Witness,
} from '@kitewright/prover'
import type { StepTimeline } from '@kitewright/scheduler'
import type { StepKey } from '../simulation/step-key.ts'

/** What must have been continued before a step may start. */
export interface GateDemand {
  /** The key of a block; of several, each must have been passed; or one of several. */
  readonly behind: StepKey | readonly StepKey[] | { readonly anyOf: readonly StepKey[] }
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
  readonly retry?: Witness['scenario']['retry']
}

/** A proof, with the builds that it speaks of; or a violation. What was not decided is not proved. */
export type GateProof =
  | { readonly proved: true; readonly contexts: readonly string[] }
  | { readonly proved: false; readonly violation: Violation }

/** A build that a pipeline is in, by the number of its kind. */
export interface GraphsOfKinds {
  readonly graphs: readonly Graph[]
  readonly contexts: readonly UsualContext[]
}

/** A demand that a pipeline does not meet in builds of one kind. */
export interface Unmet {
  readonly violation: Violation
  /** What kind of build it is, and what makes it so: `in a pull request when build.branch is "feature/x"`. */
  readonly when: string
}

/** Proves a demand for what a pipeline is in several contexts. */
export function proveGraphs(pipeline: GraphsOfKinds, key: string, demand: GateDemand): GateProof {
  const unmet = findUnmet(pipeline, key, demand)
  return unmet === undefined
    ? { proved: true, contexts: pipeline.contexts.map(({ name }) => name) }
    : { proved: false, violation: unmet.violation }
}

/** The first violation of a demand that was simulated; otherwise what was not decided. Undefined where it is proved. */
export function findUnmet({ graphs, contexts }: GraphsOfKinds, key: string, { behind }: GateDemand): Unmet | undefined {
  const demands = demandsOf(behind)
  for (const name of [key, ...demands.flat()]) mustBeKnown(name, graphs)
  let undecided: Unmet | undefined
  for (const [index, graph] of graphs.entries()) {
    const step = stepOf(graph, key)
    if (step === undefined) continue
    for (const names of demands) {
      const unmet = unmetIn(graph, step, names, contexts[index] as UsualContext)
      if (unmet?.violation.scenario !== undefined) return unmet
      undecided ??= unmet
    }
  }
  return undecided
}

/** Each list is one demand: one of its gates must have been continued. */
function demandsOf(behind: GateDemand['behind']): readonly (readonly string[])[] {
  if (typeof behind === 'string') return [[behind]]
  return 'anyOf' in behind ? [behind.anyOf] : behind.map((one) => [one])
}

/**
 * Where one of the gates of that names does not hold a step in builds of one kind.
 *
 * @param before Builds in which that was so in an earlier pipeline as well do not count.
 */
export function unmetIn(
  graph: Graph,
  step: Node,
  names: readonly string[],
  context: UsualContext,
  before?: Before,
): Unmet | undefined {
  const gates = names.flatMap((one) => stepOf(graph, one) ?? [])
  const proof = proveGraph(graph, { step, gates }, context, before)
  if (proof.is === 'proved') return undefined
  if (proof.is === 'undecided') {
    const explanation = `not decided for ${context.name}, and so not proved: ${proof.why}`
    return { violation: { steps: [], explanation }, when: `in ${context.name}` }
  }
  const blocks = names.map((name) => `block "${name}"`).join(' or ')
  const { title, facts, waits } = explainBreak(graph, { step, gates }, proof, context.name)
  const missing = gates.length === 0 ? [`there is no ${blocks} in such a build`] : []
  const held = before === undefined ? [] : [`the pipeline before did not let it start in such a build`]
  return {
    violation: {
      scenario: scenarioOf(proof, context),
      steps: proof.timeline.steps.filter(hasRun).map((one) => one.key),
      explanation: [
        gates.length === 0 ? `${title}${blocks}` : title,
        ...[...facts, waits, ...missing, ...held].map((line) => `- ${line}`),
      ].join('\n'),
    },
    when: `in ${context.name}${facts.length === 0 ? '' : ` when ${facts.join(', ')}`}`,
  }
}

/** What `simulate` has to be told, beside what it takes for granted. */
function scenarioOf({ witness }: Extract<GraphProof, { readonly is: 'broken' }>, usual: UsualContext): Scenario {
  const { context, scenario } = witness
  const isOther = (name: 'pipeline' | 'organization'): boolean =>
    JSON.stringify(context[name]) !== JSON.stringify(usual.context[name])
  const isChanged = !context.affects()
  return {
    build: context.build,
    env: context.env,
    ...(isOther('pipeline') && { pipeline: context.pipeline }),
    ...(isOther('organization') && { organization: context.organization }),
    ...(isChanged && { changedFiles: context.changedFiles }),
    ...scenario,
  }
}

/** A block waits from its start on. */
function hasRun({ kind, start, outcome }: StepTimeline): boolean {
  return kind === 'block' || kind === 'input' ? outcome === 'passed' : kind !== 'group' && start !== undefined
}

/** The step that a name means in one build. */
export function stepOf({ nodes }: Graph, key: string): Node | undefined {
  return nodes.find((node) => node.id === key)
}

/** @throws An error where no build has a step of that key. */
export function mustBeKnown(key: string, graphs: readonly Graph[]): void {
  const known = [...new Set(graphs.flatMap(({ nodes }) => nodes.map((node) => node.id)))]
  if (known.includes(key)) return
  const meant = suggest(key, known)
  throw new Error(`no build has a step "${key}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`)
}
