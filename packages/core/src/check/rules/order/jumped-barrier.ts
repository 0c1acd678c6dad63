import { jumpedBarriers } from '../../../order/jumped-barriers.ts'
import { stepName } from '../../../model/step-name.ts'
import { isOn } from '../../../attributes/read-value.ts'
import type { Graph, Node } from '../../../model/graph.ts'
import { originAt } from '../../../model/origin-at.ts'
import { stepsBefore } from '../../../order/barriers.ts'
import { demandedGates } from '../../../order/gates.ts'
import { nearStep } from '../../../order/near-step.ts'
import { waitingGraph } from '../../../order/prerequisites.ts'
import type { Rule } from '../../rule.ts'

// `depends_on` replaces the order of the list (docs/spec/semantics.md §3).

/** A step that stands after a block and does not wait for it. */
export const jumpedBlock: Rule = {
  code: 'KW3101',
  severity: 'warning',
  *check(graph) {
    // Of a gate that is jumped, KW3104 tells.
    const gates = demandedGates(graph)
    for (const { node, barrier } of jumpedBarriers(graph)) {
      if (barrier.kind !== 'block' || gates.has(`${node.index} ${barrier.index}`)) continue
      yield {
        node,
        path: ['depends_on'],
        mistake: barrier.id,
        message: `${stepName(node.step)} stands after ${stepName(barrier.step)} and does not wait for it`,
        why: 'a step with depends_on waits for what it names and for nothing else: it starts without the approval',
        hint: 'add the block to depends_on, or put the step before the block',
        related: [{ message: 'the block', origin: originAt(barrier, []) }],
      }
    }
  },
}

/**
 * A step that stands after a wait and does not wait for all that the wait does. One behind a wait that goes on after
 * failures names what has to pass, which that wait does not ask. Of a misspelled key, KW3116 tells.
 */
export const jumpedWait: Rule = {
  code: 'KW3102',
  severity: 'warning',
  *check(graph) {
    for (const { node, barrier } of jumpedBarriers(graph)) {
      const goesOn = isOn(barrier.attributes['continue_on_failure'])
      if (barrier.kind !== 'wait' || goesOn || waitsForAllBefore(barrier, node, graph)) continue
      if (node.edges?.some(({ external }) => typeof external === 'string' && nearStep(external, graph))) continue
      yield {
        node,
        path: ['depends_on'],
        mistake: barrier.id,
        message: `${stepName(node.step)} stands after a wait and does not wait for it`,
        why: 'a step with depends_on waits for what it names and for nothing else',
        hint: 'name everything it needs in depends_on and put it before the wait, or leave depends_on out',
        related: [{ message: 'the wait', origin: originAt(barrier, []) }],
      }
    }
  },
}

/** Whether a step waits by its dependencies for every step that a wait stands behind. */
function waitsForAllBefore(barrier: Node, node: Node, graph: Graph): boolean {
  const waits = waitingGraph(graph)
  const awaited = new Set((node.edges ?? []).flatMap(({ to }) => to ?? []))
  for (const index of awaited)
    for (const next of [...(waits[index] ?? []), ...childrenOf(index, graph)]) awaited.add(next)
  return stepsBefore(barrier, graph, () => true).every((index) => isAwaited(index, awaited, graph))
}

function isAwaited(index: number, awaited: ReadonlySet<number>, graph: Graph): boolean {
  const children = childrenOf(index, graph)
  return awaited.has(index) || (children.length > 0 && children.every((child) => awaited.has(child)))
}

function childrenOf(index: number, { nodes }: Graph): readonly number[] {
  return nodes[index]?.children ?? []
}
