import type { Graph, Node } from '@kitewright/core'
import { isDeploy } from '@kitewright/core/attributes'
import { gateNodes, gatesBefore } from '@kitewright/core/order'
import { holdsSometimes } from '@kitewright/prover'
import { findUnmet, type GateProof, type GraphsOfKinds, stepOf } from './prove-graphs.ts'

/** What is known of how one step is held back. */
export interface GateOfStep {
  /** The step's key. */
  readonly step: string
  /** The keys of blocks of which one must have been continued; empty where no block stands before the step. */
  readonly gates: readonly string[]
  /** Whether the author's `gates` demand it; otherwise it was found. */
  readonly isDeclared: boolean
  /** `sometimes`: but for exceptions; `never`: no build has the step wait for it. */
  readonly holds: 'always' | 'sometimes' | 'never' | 'undecided'
  /** The builds that are the exception: `in a pull request when build.branch is "feature/x"`. */
  readonly except?: string | undefined
  /** Undefined where no block stands before the step. */
  readonly proof?: GateProof | undefined
}

/**
 * The gates that a pipeline declares, and of each other step that deploys, the blocks that are to hold it.
 *
 * @param deploys Patterns of the keys of steps that deploy. Those that look like it, unless given.
 */
export function inferGates(pipeline: GraphsOfKinds, deploys?: readonly string[]): readonly GateOfStep[] {
  const { graphs } = pipeline
  const declared = graphs.flatMap((graph) => [...demanded(graph)])
  const isDeclared = new Set(declared.map(({ step }) => step))
  const found = new Map<string, Set<string>>()
  for (const graph of graphs) {
    for (const node of graph.nodes) {
      if (isDeclared.has(node.id) || !isDeploy(node, deploys)) continue
      const gates = found.get(node.id) ?? new Set<string>()
      for (const { id } of gatesBefore(node, graph)) gates.add(id)
      found.set(node.id, gates)
    }
  }
  return [
    ...distinct(declared).map(({ step, gate }) => ({ ...gateOf(pipeline, step, [gate]), isDeclared: true })),
    ...Array.from(found, ([step, gates]) => ({ ...enoughOf(pipeline, step, [...gates]), isDeclared: false })),
  ]
}

interface Pair {
  readonly step: string
  readonly gate: string
}

function* demanded(graph: Graph): Iterable<Pair> {
  for (const { node, gate } of gateNodes(graph)) if (node && gate) yield { step: node.id, gate: gate.id }
}

function distinct(pairs: readonly Pair[]): readonly Pair[] {
  return [...new Map(pairs.map((pair) => [`${pair.step}\0${pair.gate}`, pair])).values()]
}

type Found = Omit<GateOfStep, 'isDeclared'>

/** Of several blocks that hold a step together, one that does so alone, if there is one. */
function enoughOf(pipeline: GraphsOfKinds, step: string, gates: readonly string[]): Found {
  const together = gateOf(pipeline, step, gates)
  if (gates.length < 2 || together.holds !== 'always') return together
  return gates.map((gate) => gateOf(pipeline, step, [gate])).find(({ holds }) => holds === 'always') ?? together
}

function gateOf(pipeline: GraphsOfKinds, step: string, gates: readonly string[]): Found {
  if (gates.length === 0) return { step, gates, holds: 'never' }
  const unmet = findUnmet(pipeline, step, { behind: { anyOf: gates } })
  if (unmet === undefined)
    return {
      step,
      gates,
      holds: 'always',
      proof: { proved: true, contexts: pipeline.contexts.map(({ name }) => name) },
    }
  const { violation, when } = unmet
  const proof = { proved: false as const, violation }
  if (violation.scenario === undefined) return { step, gates, holds: 'undecided', proof }
  return isHeldSomewhere(pipeline, step, gates)
    ? { step, gates, holds: 'sometimes', except: when, proof }
    : { step, gates, holds: 'never', proof }
}

function isHeldSomewhere({ graphs, contexts }: GraphsOfKinds, key: string, names: readonly string[]): boolean {
  return graphs.some((graph, index) => {
    const step = stepOf(graph, key)
    const gates = names.flatMap((name): readonly Node[] => [stepOf(graph, name) ?? []].flat())
    const context = contexts[index]
    return step !== undefined && context !== undefined && holdsSometimes(graph, { step, gates }, context)
  })
}
