import type { Path } from '@kitewright/schema'
import { type MergedPair, mergedPairs } from './merged-pairs.ts'
import type { Span } from './problem.ts'
import type { SourceMap, SourceNode } from './source.ts'

/** Where a value is written, and its key if it has one. */
export interface Location {
  readonly key?: Span | undefined
  readonly value: Span
  /** The value, where an alias leads to. */
  readonly node: SourceNode
}

/**
 * Where the value at a path of a document is written, through aliases and merges. If the path leads further than the
 * document, the last value on the way is taken.
 *
 * ```ts
 * locate(source, targets, ['steps', 0, 'command']).value.line
 * ```
 */
export const locate = (source: SourceNode, targets: ReadonlyMap<SourceNode, SourceNode>, path: Path): Location => {
  let location: Location = { value: source.span, node: source }
  let node = source
  for (const segment of path) {
    const next = child(targets.get(node) ?? node, targets, segment)
    if (next === undefined) return location
    node = next.node
    location = { key: next.key?.span, value: node.span, node: targets.get(node) ?? node }
  }
  return location
}

const child = (
  node: SourceNode,
  targets: ReadonlyMap<SourceNode, SourceNode>,
  segment: string | number,
): { readonly key?: SourceNode; readonly node: SourceNode } | undefined => {
  if (node.kind === 'list') {
    const item = typeof segment === 'number' ? node.items[segment] : undefined
    return item && { node: item }
  }
  if (node.kind !== 'map') return undefined
  const pair = pairsByName(node, targets).get(segment)
  return pair && { key: pair.key, node: pair.value }
}

/** Remembered: many diagnostics ask for places in the same map. An alias of a stream has one target only. */
const known = new WeakMap<SourceMap, ReadonlyMap<string | number, MergedPair>>()

const pairsByName = (
  map: SourceMap,
  targets: ReadonlyMap<SourceNode, SourceNode>,
): ReadonlyMap<string | number, MergedPair> => {
  const found = known.get(map) ?? new Map(mergedPairs(map, targets).pairs.map((pair) => [pair.name, pair]))
  known.set(map, found)
  return found
}
