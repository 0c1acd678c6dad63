import { isBarrier } from '../order/barriers.ts'
import type { Graph, Node } from '../model/graph.ts'

/**
 * Barriers that stand side by side at the top of a pipeline. They are taken as one: Buildkite drops a `wait` next to a
 * block, and of several waits only one has an effect (docs/spec/semantics.md §3.1).
 */
export interface BarrierRun {
  /** Position of the first among the steps outside groups, and the position after the last. */
  readonly from: number
  readonly to: number
  readonly barriers: readonly Node[]
  /** A step named in place of the order of the list must not be a block: what follows one also waits for what precedes it. */
  readonly hasBlock: boolean
  /** Whether one of them is there in every build, so that steps behind it need not look further back. */
  readonly isSure: boolean
}

/** The runs of barriers among the steps outside groups, in order. */
export function barrierRuns({ nodes, roots }: Graph): readonly BarrierRun[] {
  const runs: BarrierRun[] = []
  for (let from = 0; from < roots.length; from++) {
    const barriers: Node[] = []
    for (let to = from; to < roots.length; to++) {
      const node = nodes[roots[to] as number] as Node
      if (!isBarrier(node)) break
      barriers.push(node)
    }
    if (barriers.length === 0) continue
    const to = from + barriers.length
    const hasBlock = barriers.some(({ kind }) => kind === 'block')
    runs.push({ from, to, barriers, hasBlock, isSure: barriers.some((barrier) => !mayVanish(barrier)) })
    from = to
  }
  return runs
}

/**
 * A barrier whose condition is not met is no barrier: the steps around it are of one stage (docs/spec/semantics.md §5).
 */
function mayVanish({ attributes }: Node): boolean {
  return ['if', 'branches', 'skip'].some((name) => attributes[name] !== undefined)
}
