import { interpolatedText, isInterpolated, type PlainMap } from '@kitewright/schema'
import type { Graph, Node } from '../model/graph.ts'
import { type AnyStep, originalsOf, stepBrand } from '../model/step-brand.ts'
import { asListOfAny } from '../attributes/read-value.ts'

/** One line of a pipeline's `gates`: the step, and a gate that it must never start without. */
export interface GateDemand {
  /** The step's key as `gates` names it. */
  readonly key: string
  readonly node: Node | undefined
  readonly gate: Node | undefined
  /** The gate's key, as far as it has one. */
  readonly name: string
}

/** Every demand of `gates`, with the steps it speaks of where the pipeline has them. */
export function* gateNodes({ nodes, gates }: Graph): Iterable<GateDemand> {
  const byKey = new Map(nodes.flatMap((node) => (node.key === undefined ? [] : [[node.key, node] as const])))
  for (const [key, value] of Object.entries(gates)) {
    for (const gate of asListOfAny(value)) {
      const isKey = typeof gate === 'string'
      const found = isKey
        ? byKey.get(gate)
        : nodes.find(({ step }) => step === gate || originalsOf(step[stepBrand]).includes(gate as AnyStep))
      const { key: own, label, block } = (isKey ? { key: gate } : gate) as PlainMap
      yield { key, node: byKey.get(key), gate: found, name: nameOf([found?.key, own, label, block]) }
    }
  }
}

function nameOf(names: readonly unknown[]): string {
  const named = names.find((name) => name !== undefined && name !== null) ?? 'a step'
  return isInterpolated(named) ? named[interpolatedText] : String(named)
}
