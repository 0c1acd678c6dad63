import type { Graph } from '../model/graph.ts'

/** Remembers what a function finds in a graph. Many rules ask the same, and in a large pipeline that costs more than they do. */
export function oncePerGraph<Value>(read: (graph: Graph) => Value): (graph: Graph) => Value {
  const known = new WeakMap<Graph, { readonly value: Value }>()
  return (graph) => {
    const found = known.get(graph) ?? { value: read(graph) }
    known.set(graph, found)
    return found.value
  }
}
