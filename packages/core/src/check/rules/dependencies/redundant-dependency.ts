import type { Edge, Graph, Node } from '../../../model/graph.ts'
import { stepName } from '../../../model/step-name.ts'
import { absenceBeside } from '../../../attributes/absence-beside.ts'
import { isOn } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** How many dependencies of dependencies are looked at for one step: pipelines may be large, and this is only advice. */
const maximumLooks = 2000

/** How many are told of one step, each at its place. */
const maximumTold = 5

/** A dependency that another one already waits for (docs/spec/semantics.md §4): common in lists that a program makes. */
export const redundantDependency: Rule = {
  code: 'KW3109',
  severity: 'info',
  isOptional: true,
  *check(graph) {
    for (const node of graph.nodes) {
      const found = redundant(node, graph)
      // Of many, one tells of all.
      const told = found.size > maximumTold ? 1 : found.size
      for (const [edge, through] of Array.from(found).slice(0, told)) {
        const others = found.size - told > 0 ? `, and for ${found.size - told} others through others` : ''
        yield {
          node,
          path: edge.path,
          message: `${stepName(node.step)} waits for ${stepName((graph.nodes[edge.to as number] as Node).step)} already through ${stepName(through.step)}${others}`,
          why: 'the dependency changes nothing',
          hint: 'leave it out',
        }
      }
    }
  },
}

function redundant(node: Node, graph: Graph): ReadonlyMap<Edge, Node> {
  const found = new Map<Edge, Node>()
  const edges = new Map((node.edges ?? []).filter(isFirm).map((edge) => [edge.to as number, edge]))
  let looked = 0
  for (const through of edges.size > 1 ? edges.keys() : []) {
    const target = graph.nodes[through] as Node
    // Nobody waits for the dependencies of a step that is left out of a build.
    if (absenceBeside(target, node, graph) || isOn(target.attributes['allow_dependency_failure'])) continue
    for (const { to, allowFailure } of target.edges ?? []) {
      if (looked++ > maximumLooks) return found
      const edge = to === undefined || isOn(allowFailure) ? undefined : edges.get(to)
      if (edge) found.set(edge, target)
    }
  }
  return found
}

function isFirm({ to, allowFailure }: Edge): boolean {
  return to !== undefined && !isOn(allowFailure)
}
