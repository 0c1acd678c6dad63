import type { Graph, Node } from '../model/graph.ts'
import { asMap } from './read-value.ts'

/** A cache volume as it was described, of a step or of the whole pipeline. */
export interface CacheVolume {
  readonly node: Node | undefined
  readonly name: unknown
  readonly size: unknown
}

/** Every cache volume of a pipeline (docs/spec/pipeline.md §5.6). */
export function* cacheVolumes(graph: Graph): Iterable<CacheVolume> {
  for (const node of [undefined, ...graph.nodes]) {
    const { name, size } = asMap((node ?? graph).attributes['cache'])
    yield { node, name, size }
  }
}
