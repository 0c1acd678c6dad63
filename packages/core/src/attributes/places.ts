import { type Interpolated, interpolatedMark, isInterpolated, keyExpression } from '@kitewright/schema'
import type { Graph, Node } from '../model/graph.ts'
import { oncePerGraph } from './once-per-graph.ts'

/** A value somewhere in a pipeline, or a name that the agent fills in. */
export interface Place {
  readonly node: Node | undefined
  readonly path: readonly (string | number)[]
  readonly target?: 'key' | undefined
  readonly value: unknown
}

/** Every text, number, boolean and interpolated value of a pipeline's attributes, with its place. */
export const places: (graph: Graph) => readonly Place[] = oncePerGraph((graph) => {
  const found: Place[] = []
  collect(undefined, graph.attributes, [], found)
  for (const node of graph.nodes) collect(node, node.attributes, [], found)
  return found
})

/** The places of texts with a `$`: few, and what several rules are about. */
export const dollarTexts: (graph: Graph) => readonly (Place & { readonly value: string })[] = oncePerGraph((graph) =>
  places(graph).filter(
    (place): place is Place & { readonly value: string } =>
      typeof place.value === 'string' && place.value.includes('$'),
  ),
)

/** The places of values and names that the agent fills in. */
export const expressions: (graph: Graph) => readonly (Place & { readonly value: Interpolated })[] = oncePerGraph(
  (graph) =>
    places(graph).filter((place): place is Place & { readonly value: Interpolated } => isInterpolated(place.value)),
)

function collect(node: Node | undefined, value: unknown, path: readonly (string | number)[], found: Place[]): void {
  if (typeof value !== 'object' || value === null || isInterpolated(value)) {
    found.push({ node, path, value })
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) collect(node, value[index], [...path, index], found)
  } else {
    const map = value as Readonly<Record<string, unknown>>
    for (const name of Object.keys(map)) {
      const inside = [...path, name]
      const expression = keyExpression(name)
      if (expression !== undefined)
        found.push({ node, path: inside, target: 'key', value: { [interpolatedMark]: expression } })
      collect(node, map[name], inside, found)
    }
  }
}
