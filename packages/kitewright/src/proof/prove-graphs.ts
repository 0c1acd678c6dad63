import { type GivenContext, type Graph, type Node, suggest } from '@kitewright/core'
import { explainBreak, proveGraph, type UsualContext, type Witness } from '@kitewright/prover'
import type { StepTimeline } from '@kitewright/scheduler'

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

/** A block waits from its start on. */
function hasRun({ kind, start, outcome }: StepTimeline): boolean {
  return kind === 'block' || kind === 'input' ? outcome === 'passed' : kind !== 'group' && start !== undefined
}

/** Proves a demand for what a pipeline is in several contexts. */
export function proveGraphs(
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
    steps: timeline.steps.filter(hasRun).map((one) => one.key),
    explanation: [...explainBreak(graph, { step, gates }, proof, context.name), ...missing].join('\n'),
  }
}

function named({ nodes }: Graph, key: string): Node | undefined {
  return nodes.find((node) => node.id === key)
}

/** @throws An error where no build has a step of that key. */
export function mustBeKnown(key: string, graphs: readonly Graph[]): void {
  const known = [...new Set(graphs.flatMap(({ nodes }) => nodes.map((node) => node.id)))]
  if (known.includes(key)) return
  const meant = suggest(key, known)
  throw new Error(`no build has a step "${key}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`)
}
