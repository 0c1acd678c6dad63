import type { Path } from '@kitewright/schema'
import { mergedPairs } from './merged-pairs.ts'
import type { Span } from './problem.ts'
import type { SourceNode } from './source.ts'

/** Where a value is written, and its key if it has one. */
export interface Location {
  readonly key?: Span | undefined
  readonly value: Span
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
  let location: Location = { value: source.span }
  let node = source
  for (const segment of path) {
    const next = child(targets.get(node) ?? node, targets, segment)
    if (next === undefined) return location
    node = next.node
    location = { key: next.key?.span, value: node.span }
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
  const pair = mergedPairs(node, targets).pairs.findLast(({ name }) => name === segment)
  return pair && { key: pair.key, node: pair.value }
}
