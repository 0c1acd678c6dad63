import { absenceBeside } from '../attributes/absence-beside.ts'
import { postOrder } from '../graph/post-order.ts'
import type { Graph, Node } from '../model/graph.ts'
import { blocksBeside } from './barriers.ts'
import { type Prerequisite, prerequisites, waitingGraph } from './prerequisites.ts'

/**
 * Whether a step waits for another one in every build, so that it never starts before that one has passed: directly or
 * through other steps, each of which is in every build that has the step, and whose failure is not tolerated. Nobody waits
 * for the dependencies of a step that is left out of a build (docs/spec/semantics.md §4). In doubt, false.
 */
export function alwaysWaitsFor(graph: Graph, step: Node, awaited: Node): boolean {
  const { nodes } = graph
  /** By index: whether a step, in a build that has `step`, cannot have passed before `awaited` has. */
  const isHeld = new Uint8Array(nodes.length)
  for (const index of postOrder(waitingGraph(graph))) {
    const node = nodes[index] as Node
    const holds = node.kind === 'group' ? node.children.some(isHeldAndThere) : startIsHeld(node)
    isHeld[index] = Number(index === awaited.index || holds)
  }
  // A group starts with any of its steps.
  const starting = step.kind === 'group' ? step.children.map((child) => nodes[child] as Node) : [step]
  return starting.length > 0 && starting.every(startIsHeld)

  function isHeldAndThere(index: number): boolean {
    return Boolean(isHeld[index]) && isThere(index) && blocksBeside(nodes[index] as Node, graph).length === 0
  }

  function isThere(index: number): boolean {
    return absenceBeside(nodes[index] as Node, step, graph) === undefined
  }

  function startIsHeld(node: Node): boolean {
    const found = prerequisites(node, graph)
    return (
      found.some(({ step: to, by, toleratesFailure }) => by !== 'barrier' && !toleratesFailure && isHeldAndThere(to)) ||
      [false, true].some((ofGroup) =>
        barriersHold(found.filter((one) => one.by === 'barrier' && one.ofGroup === ofGroup)),
      )
    )
  }

  /** Each barrier up to the first that is always there counts in some build, and so each must hold. */
  function barriersHold(barriers: readonly Prerequisite[]): boolean {
    const sure = barriers.findIndex((barrier) => isThere(barrier.step))
    const counting = barriers.slice(0, sure + 1)
    return sure !== -1 && counting.every(({ step: to, toleratesFailure }) => !toleratesFailure && isHeld[to])
  }
}
