import type { Graph, Node } from '../model/graph.ts'
import type { Step } from '../model/step.ts'
import { originalsOf, stepBrand } from '../model/step-brand.ts'
import { authoredKey, labelOf } from '../model/step-name.ts'

/** One line of a pipeline's `gates`: the step, and a gate that it must never start without. */
export interface GateDemand {
  /** The step's key as `gates` names it. */
  readonly key: string
  readonly node: Node | undefined
  readonly gate: Node | undefined
  /** The gate's key, as far as it has one. */
  readonly name: string
}

/** The demands of `gates` as pairs of indexes: `"3 1"` for step 3 that must never start without step 1. */
export function demandedGates(graph: Graph): ReadonlySet<string> {
  return new Set(Array.from(gateNodes(graph), ({ node, gate }) => `${node?.index} ${gate?.index}`))
}

/** Every demand of `gates`, with the steps it speaks of where the pipeline has them. */
export function* gateNodes({ nodes, gates }: Graph): Iterable<GateDemand> {
  const byStep = new Map<unknown, Node>()
  for (const node of nodes) for (const original of originalsOf(node.step[stepBrand])) byStep.set(original, node)
  for (const node of nodes) byStep.set(node.step, node)
  const byKey = new Map(nodes.flatMap((node) => (node.key === undefined ? [] : [[node.key, node] as const])))
  for (const [key, value] of Object.entries(gates)) {
    for (const gate of (Array.isArray(value) ? value : [value]) as readonly (string | Step)[]) {
      const isKey = typeof gate === 'string'
      const name = isKey ? gate : stepKeyOrLabel(gate)
      yield { key, node: byKey.get(key), gate: isKey ? byKey.get(gate) : byStep.get(gate), name }
    }
  }
}

function stepKeyOrLabel(step: Step): string {
  const key = authoredKey(step)
  return typeof key === 'string' ? key : (labelOf(step) ?? 'a step')
}
