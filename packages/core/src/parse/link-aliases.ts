import type { SourceAlias, SourceNode } from './source.ts'

/**
 * Which node each alias means. The agent's reader keeps anchors from one document of a stream to the next, a later
 * anchor of the same name replaces an earlier one, and an anchor is known inside its own node.
 */
export const linkAliases = (roots: readonly SourceNode[]): ReadonlyMap<SourceNode, SourceNode> => {
  const anchors = new Map<string, SourceNode>()
  const targets = new Map<SourceNode, SourceNode>()

  const link = (node: SourceNode): void => {
    if (node.kind === 'alias') return linkAlias(node)
    if (node.anchor !== undefined) anchors.set(node.anchor, node)
    if (node.kind === 'list') node.items.forEach(link)
    if (node.kind === 'map') node.pairs.flatMap(({ key, value }) => [key, value]).forEach(link)
  }

  const linkAlias = (alias: SourceAlias): void => {
    const target = anchors.get(alias.name)
    if (target !== undefined) targets.set(alias, target)
  }

  roots.forEach(link)
  return targets
}
