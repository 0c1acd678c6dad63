import type { Graph, Node } from '../model/graph.ts'
import { awaitedSteps } from './awaited-steps.ts'
import { isBarrier } from './barriers.ts'

/**
 * The blocks that are to hold a step, as far as the pipeline shows: those that its `depends_on` names, otherwise the nearest
 * that stand before it, otherwise the last that it waits for by way of others. Of several, one is enough: blocks side by side
 * take turns by their conditions. Empty where no block is before it.
 */
export function gatesBefore(node: Node, graph: Graph): readonly Node[] {
  const { nodes } = graph
  const group = node.group === undefined ? undefined : nodes[node.group]
  const named = [...(node.edges ?? []), ...(group?.edges ?? [])]
    .flatMap(({ to }) => nodes[to ?? -1] ?? [])
    .filter(isBlock)
  if (named.length > 0) return named
  const listed = [...nearest(node, graph), ...(group ? nearest(group, graph) : [])]
  if (listed.length > 0) return listed
  const awaited = awaitedSteps(graph, node)
  return nodes.filter((one) => isBlock(one) && awaited.has(one.index)).slice(-1)
}

/** The blocks of the nearest barriers side by side that have one, before a step in its list. */
function nearest({ index, group }: Node, { nodes, roots }: Graph): readonly Node[] {
  const list = (group === undefined ? roots : (nodes[group]?.children ?? [])).map((step) => nodes[step] as Node)
  const before = list.slice(
    0,
    list.findIndex((one) => one.index === index),
  )
  const last = before.findLastIndex(isBlock)
  const first = before.slice(0, last + 1).findLastIndex((one) => !isBarrier(one))
  return before.slice(first + 1, last + 1).filter(isBlock)
}

function isBlock({ kind }: Node): boolean {
  return kind === 'block'
}
