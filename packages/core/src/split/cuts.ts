import { concurrencyOf } from '../attributes/concurrency.ts'
import type { Graph, Node } from '../model/graph.ts'
import { type BarrierRun, stepLists } from '../order/barriers.ts'
import { barriersToName, namingProblem } from './named-barriers.ts'

/** A place between two steps outside groups where a pipeline may be cut, or why not. */
export interface Cut {
  /** Position of the first step behind it. */
  readonly at: number
  /** How many steps behind it would have to name barriers before it. */
  readonly named: number
  readonly problem?: string | undefined
}

/** Every place between two steps, with what a cut there would mean. */
export function cuts(graph: Graph): readonly Cut[] {
  const runs = stepLists(graph)[0]?.runs ?? []
  const queues = queueSpans(graph)
  return graph.roots.slice(1).map((_, index): Cut => {
    const at = index + 1
    const { named, problem } = naming(graph, at, runs)
    const inside = runs.some(({ from, to }) => from < at && at < to)
    const queue = queues.find(({ first, last }) => first < at && at <= last)
    if (inside) return { at, named, problem: 'barriers side by side belong together' }
    // Jobs queue for a concurrency group in the order of their uploads (docs/spec/semantics.md §10), which is last part
    // first.
    if (queue) return { at, named, problem: `the steps of concurrency group ${queue.name} must queue in their order` }
    return { at, named, problem }
  })
}

/** What the steps behind a cut have to name, as far as the first run of barriers that is surely theirs. */
function naming(graph: Graph, at: number, runs: readonly BarrierRun[]): Pick<Cut, 'named' | 'problem'> {
  const { nodes, roots } = graph
  const end = runs.find(({ from, isSure }) => from >= at && isSure)?.from ?? roots.length
  if (!runs.some(({ from }) => from < at)) return { named: 0 }
  let named = 0
  for (let position = at; position < end; position++) {
    const node = nodes[roots[position] as number] as Node
    const toName = barriersToName(node, at, graph)
    const problem = namingProblem(node, toName, graph)
    if (problem !== undefined) return { named, problem }
    if (toName.length > 0) named++
  }
  return { named }
}

interface QueueSpan {
  readonly name: string
  first: number
  last: number
}

/** For each concurrency group that keeps its order, the first and last position of its steps. */
function queueSpans({ nodes, roots }: Graph): readonly QueueSpan[] {
  const spans = new Map<string, QueueSpan>()
  for (const [position, index] of roots.entries()) {
    const root = nodes[index] as Node
    for (const node of [root, ...root.children.map((child) => nodes[child] as Node)]) {
      const { groupName, method } = concurrencyOf(node.attributes)
      if (groupName === undefined || method === 'eager') continue
      const name = JSON.stringify(groupName)
      const span = spans.get(name)
      if (span) span.last = position
      else spans.set(name, { name, first: position, last: position })
    }
  }
  return [...spans.values()].filter(({ first, last }) => first < last)
}
