import type { Graph } from '../model/graph.ts'

/** Something that many ask of a pipeline, found out once for each graph: in a large one it costs more than the rules. */
export function oncePerGraph<Value>(read: (graph: Graph) => Value): (graph: Graph) => Value {
  const known = new WeakMap<Graph, { readonly value: Value }>()
  return (graph) => {
    const found = known.get(graph) ?? { value: read(graph) }
    known.set(graph, found)
    return found.value
  }
}
