import { isMergeKey, mergedPairs } from '../parse/merged-pairs.ts'
import type { MergedPair } from '../parse/merged-pairs.ts'
import type { SourceMap, SourceNode } from '../parse/source.ts'
import type { Anchors } from './anchors.ts'

export interface SplitMap {
  /** Consts to spread, the weakest first: in TypeScript the last one wins, in YAML the first. */
  readonly spreads: readonly string[]
  /** The map's own pairs and those of merges that are no const; repeated keys once. */
  readonly pairs: readonly MergedPair[]
}

/** Takes a map apart into what it shares and what is its own. */
export function splitMap(map: SourceMap, anchors: Anchors): SplitMap {
  const merges = map.pairs.filter(({ key }) => isMergeKey(key)).flatMap(({ value }) => sources(value, anchors))
  const consts = merges.map((node) => anchors.constOf(node))
  if (consts.includes(undefined) || merges.length === 0) return { spreads: [], pairs: unique(map, anchors) }
  const own: SourceMap = { ...map, pairs: map.pairs.filter(({ key }) => !isMergeKey(key)) }
  return { spreads: consts.filter((name) => name !== undefined).toReversed(), pairs: unique(own, anchors) }
}

function sources(node: SourceNode, anchors: Anchors): readonly SourceNode[] {
  if (anchors.constOf(node) !== undefined || node.kind === 'map') return [node]
  if (node.kind === 'list') return node.items.flatMap((item) => sources(item, anchors))
  const target = anchors.targets.get(node)
  return target === undefined ? [] : sources(target, anchors)
}

function unique(map: SourceMap, anchors: Anchors): readonly MergedPair[] {
  return [...new Map(mergedPairs(map, anchors.targets).pairs.map((pair) => [pair.name, pair])).values()]
}
