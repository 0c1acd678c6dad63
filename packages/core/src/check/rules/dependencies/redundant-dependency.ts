import type { Edge, Graph, Node } from '../../../model/graph.ts'
import { stepName } from '../../../model/step-name.ts'
import { absenceBeside } from '../../../attributes/absence-beside.ts'
import { isOn } from '../../../attributes/read-value.ts'
import type { Rule } from '../../rule.ts'

/** How many dependencies of dependencies are looked at for one step: pipelines may be large, and this is only advice. */
const maximumLooks = 2000

/** A dependency that another one already waits for (docs/spec/semantics.md §4): common in lists that a program makes. */
export const redundantDependency: Rule = {
  code: 'KW3109',
  severity: 'info',
  isOptional: true,
  *check(graph) {
    for (const node of graph.nodes) {
      for (const [edge, through] of redundant(node, graph)) {
        yield {
          node,
          path: edge.path,
          message: `${stepName(node.step)} waits for ${stepName((graph.nodes[edge.to as number] as Node).step)} already through ${stepName(through.step)}`,
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
