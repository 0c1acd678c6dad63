import type { Graph } from '../model/graph.ts'

/** A walk through a pipeline that many rules ask for, done once for each graph: in a large one it costs more than the rules. */
export function oncePerGraph<Item>(walk: (graph: Graph) => Iterable<Item>): (graph: Graph) => readonly Item[] {
  const walked = new WeakMap<Graph, readonly Item[]>()
  return (graph) => {
    const known = walked.get(graph) ?? [...walk(graph)]
    walked.set(graph, known)
    return known
  }
}
