import type { Graph, Node } from '../model/graph.ts'
import { waitingGraph } from './prerequisites.ts'

/** How often a rule asks at the most, so that its time does not grow with the square of the steps. */
export const mostAsked = 200

/** The indexes of all steps that a step waits for in some build, by whatever way. Linear in steps and edges. */
export function awaitedSteps(graph: Graph, { index }: Node): ReadonlySet<number> {
  const waiting = waitingGraph(graph)
  const found = new Set<number>()
  const open = [index]
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    for (const awaited of waiting[step] ?? []) {
      if (found.has(awaited)) continue
      found.add(awaited)
      open.push(awaited)
    }
  }
  return found
}
