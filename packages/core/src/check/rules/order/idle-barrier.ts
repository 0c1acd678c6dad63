import { goesOnAfterFailure } from '../../../attributes/goes-on.ts'
import { mayBeAbsent } from '../../../attributes/presence.ts'
import { asList, isGiven } from '../../../attributes/read-value.ts'
import type { Graph, Node } from '../../../model/graph.ts'
import { blocksBeside, stepLists } from '../../../order/barriers.ts'
import { jumpedBarriers } from '../../../order/jumped-barriers.ts'
import { waitingGraph } from '../../../order/prerequisites.ts'
import { stepName } from '../../../model/step-name.ts'
import type { Rule } from '../../rule.ts'

/**
 * A block that steps stand behind and none waits for (docs/spec/semantics.md §3). The end of the build waits for one that
 * nothing stands behind.
 */
export const idleBlock: Rule = {
  code: 'KW3106',
  severity: 'warning',
  *check(graph) {
    const awaited = awaitedSteps(graph)
    // Of a block that a step passes by, KW3101 tells.
    for (const { barrier } of jumpedBarriers(graph)) awaited.add(barrier.index)
    for (const node of graph.nodes) {
      if (node.kind !== 'block' || awaited.has(node.index) || asList(node.attributes['fields']).length > 0) continue
      if (!isFollowed(node, graph)) continue
      yield {
        node,
        path: [],
        message: `no step waits for ${stepName(node.step)}`,
        why: 'continuing it does nothing, and the steps that it may be meant for start without it',
        hint: 'name it in the depends_on of the step that it is to hold back',
      }
    }
  },
}

/** Whether something that may start stands behind a block in its list. */
function isFollowed({ index }: Node, graph: Graph): boolean {
  const list = stepLists(graph).find(({ steps }) => steps.includes(index))?.steps ?? []
  return list.slice(list.indexOf(index) + 1).some((later) => !['wait', 'block', 'input'].includes(kindOf(later, graph)))
}

function kindOf(index: number, { nodes }: Graph): string {
  return nodes[index]?.kind ?? ''
}

/** The steps that others wait for. Who waits for a group waits for all of its steps. */
function awaitedSteps(graph: Graph): Set<number> {
  const waits = waitingGraph(graph)
  const awaited = new Set(graph.nodes.flatMap(({ kind, index }) => (kind === 'group' ? [] : (waits[index] ?? []))))
  for (const { index, children } of graph.nodes)
    if (awaited.has(index)) for (const child of children) awaited.add(child)
  return awaited
}

/**
 * A wait that changes nothing: at an end of its group, beside another one, or beside a block that is in every build
 * (docs/spec/semantics.md §3.1). At an end of an upload it is between what was uploaded before and what comes after.
 */
export const idleWait: Rule = {
  code: 'KW3107',
  severity: 'info',
  needsWhole: true,
  *check(graph) {
    const named = new Set(graph.nodes.flatMap(({ edges = [] }) => edges.map(({ to }) => to)))
    for (const { steps: list } of stepLists(graph)) {
      for (const [position, index] of list.entries()) {
        const node = graph.nodes[index] as Node
        const isIdle = isPlainWait(node) && !named.has(index)
        const why = isIdle ? reason(node, graph, list[position - 1], list[position + 1]) : undefined
        if (why !== undefined) yield { node, path: [], message: 'this wait changes nothing', why, hint: 'leave it out' }
      }
    }
  },
}

/** Whether a wait is only a barrier: it has neither conditions nor dependencies of its own. */
function isPlainWait(node: Node): boolean {
  const { if: condition, branches } = node.attributes
  const isConditional = isGiven(condition) || isGiven(branches)
  return node.kind === 'wait' && node.edges === undefined && !isConditional && !goesOnAfterFailure(node)
}

function reason(
  { group }: Node,
  graph: Graph,
  previous: number | undefined,
  next: number | undefined,
): string | undefined {
  const beside = [previous, next].flatMap((index) => (index === undefined ? [] : (graph.nodes[index] as Node)))
  if (group !== undefined && previous === undefined) return 'no step of its group stands before it'
  if (group !== undefined && next === undefined) return 'no step of its group stands after it'
  if (previous !== undefined && isPlainWait(beside[0] as Node)) return 'another wait stands directly before it'
  const block = beside.some((node) => node.kind === 'block' && node.edges === undefined && !mayBeAbsent(node, graph))
  return block ? 'Buildkite drops a wait beside a block: the block already waits for all steps before it' : undefined
}

/** `continue_on_failure` on a wait that Buildkite drops for the block beside it (docs/spec/semantics.md §3.1). */
export const waitBesideBlock: Rule = {
  code: 'KW3108',
  severity: 'warning',
  *check(graph) {
    for (const node of graph.nodes) {
      if (!goesOnAfterFailure(node) || blocksBeside(node, graph).length === 0) continue
      yield {
        node,
        path: 'continue_on_failure' in node.attributes ? ['continue_on_failure'] : ['wait', 'continue_on_failure'],
        message: 'continue_on_failure beside a block',
        why: 'Buildkite drops a wait beside a block, and after a failure the block is never offered',
        hint: 'let the steps before the wait soft_fail instead',
      }
    }
  },
}
