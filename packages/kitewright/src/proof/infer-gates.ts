import type { Graph, Node } from '@kitewright/core'
import { looksLikeDeploy } from '@kitewright/core/attributes'
import { gateNodes } from '@kitewright/core/order'
import type { UsualContext } from '@kitewright/prover'
import { type GateProof, proveGraphs } from './prove-graphs.ts'

/** What is known of how one step is held back. */
export interface GateOfStep {
  /** The step's key. */
  readonly step: string
  /** The block's key; undefined where no block stands before the step. */
  readonly gate?: string | undefined
  /** Whether the author's `gates` demand it; otherwise it was found. */
  readonly isDeclared: boolean
  readonly proof?: GateProof | undefined
}

/**
 * The gates that a pipeline declares, and for each other step that deploys by its name, the block that holds it: of the blocks before it, the
 * first from behind that is proved, otherwise the last one.
 */
export function inferGates(graphs: readonly Graph[], contexts: readonly UsualContext[]): readonly GateOfStep[] {
  const prove = (step: string, gate: string): GateOfStep['proof'] =>
    proveGraphs(graphs, contexts, step, { behind: gate })
  const declared = new Map<string, GateOfStep>()
  const found = new Map<string, Set<string>>()
  for (const graph of graphs) {
    for (const { node, gate } of gateNodes(graph)) {
      if (node === undefined || gate === undefined) continue
      const [step, key] = [keyOf(node), keyOf(gate)]
      declared.set(`${step}\0${key}`, { step, gate: key, isDeclared: true })
    }
    for (const node of graph.nodes) {
      if (!looksLikeDeploy(node)) continue
      const before = graph.nodes.filter(({ kind, index }) => kind === 'block' && index < node.index).map(keyOf)
      const known = found.get(keyOf(node)) ?? new Set<string>()
      for (const key of before.toReversed()) known.add(key)
      found.set(keyOf(node), known)
    }
  }
  const steps = new Set(Array.from(declared.values(), ({ step }) => step))
  return [
    ...Array.from(declared.values(), (one) => ({ ...one, proof: prove(one.step, one.gate as string) })),
    ...Array.from(found).flatMap(([step, gates]) => (steps.has(step) ? [] : [ofStep(step, [...gates], prove)])),
  ]
}

function ofStep(
  step: string,
  gates: readonly string[],
  prove: (step: string, gate: string) => GateOfStep['proof'],
): GateOfStep {
  const [last] = gates
  if (last === undefined) return { step, isDeclared: false }
  const tried = gates.map((gate) => ({ step, gate, isDeclared: false, proof: prove(step, gate) }))
  return tried.find(({ proof }) => proof?.proved) ?? (tried[0] as GateOfStep)
}

/** What names it and no other step: its key, numbered where several have it. */
function keyOf({ id }: Node): string {
  return id
}
