import {
  type GraphEdge,
  type GraphGate,
  type GraphJson,
  type GraphNode,
  type GraphPrerequisite,
  interpolatedText,
  isInterpolated,
  type PlainMap,
} from '@kitewright/schema'
import { jobCount } from '../attributes/jobs.ts'
import { plainData } from '../attributes/plain-data.ts'
import { isOn } from '../attributes/read-value.ts'
import type { Edge, Graph, Node } from '../model/graph.ts'
import { gateNodes } from '../order/gates.ts'
import { type Prerequisite, prerequisites } from '../order/prerequisites.ts'

/**
 * The public form of a graph, as schemas/graph.schema.json has it: plain data, equal before and after JSON. The pipeline
 * must be free of errors: what cannot be sent cannot be told here either.
 */
export function graphJson(graph: Graph): GraphJson {
  return {
    version: 1,
    attributes: plainData(graph.attributes) as PlainMap,
    nodes: graph.nodes.map((node) => graphNode(node, graph)),
    gates: Array.from(gateNodes(graph), ({ key, node, name, gate }): GraphGate => ({
      step: reference(key, node),
      gate: reference(name, gate),
    })),
  }
}

function graphNode(node: Node, graph: Graph): GraphNode {
  const { id, kind, key, label, path, group, children, attributes, edges } = node
  return {
    id,
    kind,
    ...(key !== undefined && { key }),
    label,
    path,
    ...(group !== undefined && { group: idOf(group, graph) }),
    ...(kind === 'group' && { steps: children.map((child) => idOf(child, graph)) }),
    jobs: jobCount(node),
    attributes: plainData(attributes) as PlainMap,
    ...(edges && { edges: edges.map((edge) => graphEdge(edge, graph)) }),
    waitsFor: prerequisites(node, graph).map((one) => graphPrerequisite(one, graph)),
  }
}

function graphEdge({ to, external, allowFailure, path }: Edge, graph: Graph): GraphEdge {
  return {
    ...(to !== undefined && { to: idOf(to, graph) }),
    ...(external !== undefined && { external: isInterpolated(external) ? external[interpolatedText] : external }),
    ...(allowFailure !== undefined && { allowFailure: isOn(allowFailure) }),
    path,
  }
}

function graphPrerequisite(one: Prerequisite, graph: Graph): GraphPrerequisite {
  const { step, by, ofGroup, toleratesFailure, insteadOf } = one
  return {
    step: idOf(step, graph),
    by,
    ...(ofGroup && { ofGroup }),
    ...(toleratesFailure && { toleratesFailure }),
    ...(insteadOf.length > 0 && { insteadOf: insteadOf.map((barrier) => idOf(barrier, graph)) }),
  }
}

function reference(key: string, node: Node | undefined): GraphGate['step'] {
  return node === undefined ? { key } : { key: node.key ?? key, id: node.id }
}

function idOf(index: number, { nodes }: Graph): string {
  return (nodes[index] as Node).id
}
