import type { Graph, Node } from '../model/graph.ts'
import { mayBeTogether } from './presence-formula.ts'
import { type PresenceCondition, presenceConditions, textOfCondition } from './presence.ts'

/** A condition that may leave `node` out of a build that has `other`. Returns undefined if there is none. */
export function absenceBeside(node: Node, other: Node, graph: Pick<Graph, 'nodes'>): PresenceCondition | undefined {
  const conditions = presenceConditions(node, graph)
  if (conditions.length === 0) return undefined
  const met = new Set(presenceConditions(other, graph).map(textOfCondition))
  const unmet = conditions.find((condition) => !met.has(textOfCondition(condition)))
  return unmet !== undefined && mayBeTogether({ present: [other], absent: node }, graph) ? unmet : undefined
}
