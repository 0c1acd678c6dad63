import { interpolatedMark, isInterpolated } from '@kitewright/schema'
import type { Graph, Node } from '../model/graph.ts'
import { isGiven } from './read-value.ts'

/** The attributes under which a step, or all steps of a group, may be left out of a build. */
export const conditional = ['if', 'branches', 'if_changed'] as const

/** Whether a step is in each build that the other one is in; in each build at all where no other one is given. */
export function isBeside(node: Node, other: Node | undefined, graph: Graph): boolean {
  if (withGroup(node, graph).some(({ attributes }) => maySkip(attributes['skip']))) return false
  const own = conditionsOf(node, graph)
  return own.length === 0 || (other !== undefined && isSubset(own, conditionsOf(other, graph)))
}

function isSubset(some: readonly string[], all: readonly string[]): boolean {
  return some.every((item) => all.includes(item))
}

function withGroup(node: Node, { nodes }: Graph): readonly Node[] {
  return node.group === undefined ? [node] : [node, nodes[node.group] as Node]
}

function maySkip(skip: unknown): boolean {
  return isGiven(skip) && skip !== false && skip !== ''
}

function conditionsOf(node: Node, graph: Graph): readonly string[] {
  return withGroup(node, graph).flatMap(({ attributes }) =>
    conditional.flatMap((name) => (isGiven(attributes[name]) ? `${name} ${conditionText(attributes[name])}` : [])),
  )
}

/** A condition as text, by which it is compared: equal ones hold in the same builds. */
export function conditionText(condition: unknown): string {
  return JSON.stringify(condition, (_, value: unknown) =>
    isInterpolated(value) ? { interpolated: value[interpolatedMark] } : value,
  )
}
