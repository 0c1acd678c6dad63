import type { Graph, Node } from '../model/graph.ts'
import { barriersBefore, isBarrier, namedDependencies, stepLists } from './barriers.ts'

/**
 * For each step, the steps that must be over before it can start, those through the order of the list included
 * (docs/spec/semantics.md §3); linear in steps and edges. A group stands for its end, and its steps wait for what it
 * waits for.
 */
export function waiting(graph: Graph): readonly (readonly number[])[] {
  const before = barriersBefore(graph)
  const previous = stepsBeforeBarriers(graph)
  const gate = (node: Node): readonly number[] => {
    const barrier = before[node.index] as number
    return (
      namedDependencies(node) ?? previous.get(node.index) ?? (barrier === -1 || node.kind === 'input' ? [] : [barrier])
    )
  }
  return graph.nodes.map((node) => {
    const group = node.group === undefined ? undefined : graph.nodes[node.group]
    return [...gate(node), ...(group ? gate(group) : []), ...node.children]
  })
}

/** For each barrier, the steps since the one before it, and that one. An input holds nothing up. */
export function stepsBeforeBarriers(graph: Graph): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>()
  for (const list of stepLists(graph)) {
    let since: number[] = []
    for (const index of list) {
      const node = graph.nodes[index] as Node
      if (isBarrier(node)) {
        found.set(index, since)
        since = [index]
      } else if (node.kind !== 'input') since.push(index)
    }
  }
  return found
}
