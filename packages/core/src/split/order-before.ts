import { isBarrier } from '../order/barriers.ts'
import { isOn } from '../attributes/read-value.ts'
import type { Node } from '../model/graph.ts'
import type { BarrierRun } from './barrier-runs.ts'

/** Whether a step starts by its place in the list, and not by what it names (docs/spec/semantics.md §3). */
export function followsList({ kind, edges, attributes }: Node): boolean {
  return kind !== 'input' && edges === undefined && attributes['depends_on'] === undefined
}

/** The runs of barriers that a step at a position waits for: back to the first that is there in every build. */
export function runsBefore(position: number, runs: readonly BarrierRun[]): readonly BarrierRun[] {
  const found: BarrierRun[] = []
  for (let index = lastBefore(position, runs); index >= 0; index--) {
    const run = runs[index] as BarrierRun
    found.push(run)
    if (run.isSure) break
  }
  return found
}

function lastBefore(position: number, runs: readonly BarrierRun[]): number {
  let low = 0
  for (let high = runs.length; low < high;) {
    const middle = (low + high) >> 1
    if ((runs[middle] as BarrierRun).to <= position) low = middle + 1
    else high = middle
  }
  return low - 1
}

/**
 * The barriers that a step must name once the steps before `cut` are uploaded apart from it; nothing where its own part
 * holds all it waits for. A barrier needs to name none: it waits for whatever stands before it when it is reached,
 * steps uploaded later included (docs/spec/upload.md §9).
 */
export function barriersToName(
  node: Node,
  position: number,
  cut: number,
  runs: readonly BarrierRun[],
): readonly BarrierRun[] {
  if (isBarrier(node) || !followsList(node)) return []
  const before = runsBefore(position, runs)
  return before.some(({ from }) => from < cut) ? before : []
}

/** Why a step cannot name the barriers it waits for; nothing where it can. */
export function namingProblem(node: Node, runs: readonly BarrierRun[]): string | undefined {
  if (runs.some(({ hasBlock }) => hasBlock)) return 'a block cannot be parted from the steps behind it'
  if (runs.length > 0 && isOn(node.attributes['allow_dependency_failure'])) {
    return 'a step with allow_dependency_failure cannot be parted from the wait before it'
  }
  return undefined
}
