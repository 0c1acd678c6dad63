import { isInterpolated } from '@kitewright/schema'
import type { Graph, Node } from '../model/graph.ts'
import { oncePerGraph } from './once-per-graph.ts'

/** A value somewhere in a pipeline. */
export interface Place {
  readonly node: Node | undefined
  readonly path: readonly (string | number)[]
  readonly value: unknown
}

/** Every text, number, boolean and interpolated value of a pipeline's attributes, with its place. */
export const places: (graph: Graph) => readonly Place[] = oncePerGraph((graph) => {
  const found: Place[] = []
  collect(undefined, graph.attributes, [], found)
  for (const node of graph.nodes) collect(node, node.attributes, [], found)
  return found
})

function collect(node: Node | undefined, value: unknown, path: readonly (string | number)[], found: Place[]): void {
  if (typeof value !== 'object' || value === null || isInterpolated(value)) {
    found.push({ node, path, value })
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) collect(node, value[index], [...path, index], found)
  } else {
    const map = value as Readonly<Record<string, unknown>>
    for (const name of Object.keys(map)) collect(node, map[name], [...path, name], found)
  }
}
