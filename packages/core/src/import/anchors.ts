import { attributeNames } from '@kitewright/schema'
import { mergedPairs } from '../parse/merged-pairs.ts'
import type { ParsedPipeline } from '../parse/parse-document.ts'
import type { SourceNode } from '../parse/source.ts'

/** What aliases point at, and which of the nodes pointed at are consts of the module. */
export interface Anchors {
  readonly targets: ReadonlyMap<SourceNode, SourceNode>
  /** The name of the const that holds a node, or the node that an alias points at. The first question makes the const. */
  readonly constOf: (node: SourceNode) => string | undefined
}

/** The anchored nodes that some alias uses, in the order of the file. */
export function sharedNodes(root: SourceNode, targets: ReadonlyMap<SourceNode, SourceNode>): readonly SourceNode[] {
  const used = new Set(targets.values())
  const found: SourceNode[] = []
  const visit = (node: SourceNode): void => {
    if (used.has(node)) found.push(node)
    if (node.kind === 'list') node.items.forEach(visit)
    if (node.kind === 'map') node.pairs.forEach(({ value }) => visit(value))
  }
  visit(root)
  return found
}

/** The node itself, aliases followed. */
export function followed(node: SourceNode, targets: ReadonlyMap<SourceNode, SourceNode>): SourceNode {
  let current = node
  for (let next = targets.get(current); next !== undefined; next = targets.get(current)) current = next
  return current
}

/** The entries beside a pipeline's own that hold anchors for its aliases. Buildkite ignores them (docs/spec/pipeline.md §1). */
export function anchorHolders({ source, targets }: ParsedPipeline): ReadonlySet<string> {
  if (source.kind !== 'map') return new Set()
  const foreign = mergedPairs(source, targets).pairs.filter(({ name }) => !attributeNames.pipeline.includes(name))
  const holders = foreign.filter(({ value }) => sharedNodes(value, targets).length > 0)
  return new Set(holders.map(({ name }) => name))
}
