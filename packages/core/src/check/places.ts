import { isInterpolated } from '@kitewright/schema'
import type { Graph, Node } from '../model/graph.ts'

/** A value somewhere in a pipeline. */
export interface Place {
  readonly node: Node | undefined
  readonly path: readonly (string | number)[]
  readonly value: unknown
}

/** Every text, number, boolean and interpolated value of a pipeline's attributes, with its place. */
export function* places(graph: Graph): Iterable<Place> {
  for (const [name, value] of Object.entries(graph.attributes)) yield* inside(undefined, [name], value)
  for (const node of graph.nodes) {
    for (const [name, value] of Object.entries(node.attributes)) yield* inside(node, [name], value)
  }
}

function* inside(node: Node | undefined, path: readonly (string | number)[], value: unknown): Iterable<Place> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* inside(node, [...path, index], item)
  } else if (typeof value === 'object' && value !== null && !isInterpolated(value)) {
    for (const [name, item] of Object.entries(value)) yield* inside(node, [...path, name], item)
  } else yield { node, path, value }
}
