import type { Graph, Node } from '../model/graph.ts'

/**
 * Whether the steps after it in its list wait for it, unless they say what they wait for (docs/spec/semantics.md §3).
 */
export function isBarrier({ kind }: Node): boolean {
  return kind === 'wait' || kind === 'block'
}

/** The lists of a pipeline: the steps outside groups, and those of each group. */
export function stepLists({ nodes, roots }: Graph): readonly (readonly number[])[] {
  return [roots, ...nodes.filter(({ kind }) => kind === 'group').map(({ children }) => children)]
}

/** For each step, the nearest barrier before it in its list; -1 where there is none. */
export function barriersBefore(graph: Graph): Int32Array {
  const before = new Int32Array(graph.nodes.length).fill(-1)
  for (const list of stepLists(graph)) {
    let barrier = -1
    for (const index of list) {
      before[index] = barrier
      if (isBarrier(graph.nodes[index] as Node)) barrier = index
    }
  }
  return before
}

/** The steps of this pipeline that a step names in `depends_on`; undefined where it follows the order of its list. */
export function namedDependencies(node: Node): readonly number[] | undefined {
  return node.edges?.flatMap(({ to }) => to ?? [])
}
