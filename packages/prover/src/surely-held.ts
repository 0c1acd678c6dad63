import type { Graph, Node } from '@kitewright/core'
import { blocksBeside, type Prerequisite } from '@kitewright/core/order'
import { needsOf } from './ancestors.ts'
import { always } from './bdd.ts'
import { presence, type PresenceQuestion } from './presence.ts'

/**
 * Whether a way of dependencies leads from each of some steps to a gate that holds in every build: through steps that are
 * always there and whose failure nobody tolerates. Most gates are like that, and need no formulas of all that may happen.
 *
 * @param steps These and those that they wait for, each behind what it waits for.
 */
export function areSurelyHeld(
  ends: readonly Node[],
  steps: readonly Node[],
  gates: ReadonlySet<number>,
  question: PresenceQuestion & { readonly graph: Graph },
): boolean {
  const { graph } = question
  const { nodes } = graph
  const isHeld = new Uint8Array(nodes.length)
  const holds = (index: number): boolean => Boolean(isHeld[index]) && isSurelyThere(nodes[index] as Node)
  for (const node of steps) {
    const before = node.kind === 'group' ? node.children : sureNeeds(node, graph).map(({ step }) => step)
    isHeld[node.index] = Number(gates.has(node.index) || before.some(holds))
  }
  return ends.length > 0 && ends.every(({ index }) => isHeld[index] && !gates.has(index))

  function isSurelyThere(node: Node): boolean {
    if (node.kind === 'group') return node.children.some((child) => holds(child))
    return blocksBeside(node, graph).length === 0 && presence(node, question) === always
  }
}

/** What a step waits for in every build, and not without it. */
function sureNeeds(node: Node, graph: Graph): readonly Prerequisite[] {
  return needsOf(node, graph).filter(
    ({ toleratesFailure, insteadOf, ofGroup, by }) =>
      !toleratesFailure && insteadOf.length === 0 && !(ofGroup && by === 'depends_on' && node.edges !== undefined),
  )
}
