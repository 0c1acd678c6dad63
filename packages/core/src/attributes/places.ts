import {
  type InterpolatedValue,
  interpolatedText,
  isInterpolated,
  keyExpression,
  type Path,
  type PlainMap,
} from '@kitewright/schema'
import type { Graph, Node } from '../model/graph.ts'
import { oncePerGraph } from './once-per-graph.ts'

/** A value somewhere in a pipeline, or a name that the agent fills in. */
export interface PlacedValue {
  readonly node: Node | undefined
  readonly path: Path
  readonly target?: 'key' | undefined
  readonly value: unknown
}

/** Every text, number, boolean and interpolated value of a pipeline's attributes, with its place. */
export const places: (graph: Graph) => readonly PlacedValue[] = oncePerGraph((graph) => {
  const found: PlacedValue[] = []
  collect(undefined, graph.attributes, [], found)
  for (const node of graph.nodes) collect(node, node.attributes, [], found)
  return found
})

/** The places of texts with a `$`: few, and what several rules are about. */
export const dollarTexts: (graph: Graph) => readonly (PlacedValue & { readonly value: string })[] = oncePerGraph(
  (graph) =>
    places(graph).filter(
      (place): place is PlacedValue & { readonly value: string } =>
        typeof place.value === 'string' && place.value.includes('$'),
    ),
)

/** The places of values and names that the agent fills in. */
export const expressions: (graph: Graph) => readonly (PlacedValue & { readonly value: InterpolatedValue })[] =
  oncePerGraph((graph) =>
    places(graph).filter((place): place is PlacedValue & { readonly value: InterpolatedValue } =>
      isInterpolated(place.value),
    ),
  )

function collect(node: Node | undefined, value: unknown, path: Path, found: PlacedValue[]): void {
  if (typeof value !== 'object' || value === null || isInterpolated(value)) {
    found.push({ node, path, value })
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) collect(node, value[index], [...path, index], found)
  } else {
    const map = value as PlainMap
    for (const name of Object.keys(map)) {
      const inside = [...path, name]
      const expression = keyExpression(name)
      if (expression !== undefined)
        found.push({ node, path: inside, target: 'key', value: { [interpolatedText]: expression } })
      collect(node, map[name], inside, found)
    }
  }
}
