import { asList, isGiven, isOn } from '../../../attributes/read-value.ts'
import type { Graph, Node } from '../../../model/graph.ts'
import { blocksBeside, stepLists } from '../../../order/barriers.ts'
import { jumpedBarriers } from '../../../order/jumped-barriers.ts'
import { waitingGraph } from '../../../order/prerequisites.ts'
import { stepName } from '../../../model/step-name.ts'
import type { Rule } from '../../rule.ts'

/** A block that no step waits for: continuing it does nothing (docs/spec/semantics.md §3). */
export const idleBlock: Rule = {
  code: 'KW3106',
  severity: 'warning',
  *check(graph) {
    const awaited = awaitedSteps(graph)
    // Of a block that a step passes by, KW3101 tells.
    for (const { barrier } of jumpedBarriers(graph)) awaited.add(barrier.index)
    for (const node of graph.nodes) {
      if (node.kind !== 'block' || awaited.has(node.index) || asList(node.attributes['fields']).length > 0) continue
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

/** The steps that others wait for. Who waits for a group waits for all of its steps. */
function awaitedSteps(graph: Graph): Set<number> {
  const waits = waitingGraph(graph)
  const awaited = new Set(graph.nodes.flatMap(({ kind, index }) => (kind === 'group' ? [] : (waits[index] ?? []))))
  for (const { index, children } of graph.nodes)
    if (awaited.has(index)) for (const child of children) awaited.add(child)
  return awaited
}

/**
 * A wait that changes nothing: at an end of its list, beside another one, or beside a block
 * (docs/spec/semantics.md §3.1).
 */
export const idleWait: Rule = {
  code: 'KW3107',
  severity: 'info',
  *check(graph) {
    const named = new Set(graph.nodes.flatMap(({ edges = [] }) => edges.map(({ to }) => to)))
    for (const { steps: list } of stepLists(graph)) {
      for (const [position, index] of list.entries()) {
        const node = graph.nodes[index] as Node
        const isIdle = isPlainWait(node) && !named.has(index)
        const why = isIdle ? reason(graph, list[position - 1], list[position + 1]) : undefined
        if (why !== undefined) yield { node, path: [], message: 'this wait changes nothing', why, hint: 'leave it out' }
      }
    }
  },
}

/** Whether a wait is only a barrier: it has neither conditions nor dependencies of its own. */
function isPlainWait(node: Node): boolean {
  const { if: condition, branches, continue_on_failure: goesOn } = node.attributes
  return node.kind === 'wait' && node.edges === undefined && !isGiven(condition) && !isGiven(branches) && !isOn(goesOn)
}

function reason({ nodes }: Graph, previous: number | undefined, next: number | undefined): string | undefined {
  if (previous === undefined) return 'no step stands before it'
  if (next === undefined) return 'no step stands after it'
  if (isPlainWait(nodes[previous] as Node)) return 'another wait stands directly before it'
  const block = [previous, next].some((index) => nodes[index]?.kind === 'block' && nodes[index].edges === undefined)
  return block ? 'Buildkite drops a wait beside a block: the block already waits for all steps before it' : undefined
}

/** `continue_on_failure` on a wait that Buildkite drops for the block beside it (docs/spec/semantics.md §3.1). */
export const waitBesideBlock: Rule = {
  code: 'KW3108',
  severity: 'warning',
  *check(graph) {
    for (const node of graph.nodes) {
      const goesOn = node.kind === 'wait' && isOn(node.attributes['continue_on_failure'])
      if (!goesOn || blocksBeside(node, graph).length === 0) continue
      yield {
        node,
        path: ['continue_on_failure'],
        message: 'continue_on_failure beside a block',
        why: 'Buildkite drops a wait beside a block, and after a failure the block is never offered',
        hint: 'let the steps before the wait soft_fail instead',
      }
    }
  },
}
