import type { Graph, Node } from '../../../model/graph.ts'
import { stepLists } from '../../../order/barriers.ts'
import { checkedAttributes, isGiven, isOn } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/**
 * A wait that changes nothing: at an end of its list, beside another one, or beside a block
 * (docs/spec/semantics.md §3.1).
 */
export const idleWait: Rule = {
  code: 'KW3107',
  severity: 'info',
  *check(graph) {
    for (const list of stepLists(graph)) {
      for (const [position, index] of list.entries()) {
        const node = graph.nodes[index] as Node
        const why = isPlainWait(node) ? reason(graph, list[position - 1], list[position + 1]) : undefined
        if (why !== undefined) yield { node, path: [], message: 'this wait changes nothing', why, hint: 'leave it out' }
      }
    }
  },
}

/** Conditions and dependencies make a wait something else. */
function isPlainWait(node: Node): boolean {
  const { if: condition, branches, continue_on_failure: goesOn } = checkedAttributes(node)
  return node.kind === 'wait' && node.edges === undefined && !isGiven(condition) && !isGiven(branches) && !isOn(goesOn)
}

function reason({ nodes }: Graph, previous: number | undefined, next: number | undefined): string | undefined {
  if (previous === undefined) return 'no step stands before it'
  if (next === undefined) return 'no step stands after it'
  if (isPlainWait(nodes[previous] as Node)) return 'another wait stands directly before it'
  const block = [previous, next].some((index) => nodes[index]?.kind === 'block' && nodes[index].edges === undefined)
  return block ? 'Buildkite drops a wait beside a block: the block already waits for all steps before it' : undefined
}
