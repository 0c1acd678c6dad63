import { fieldOrder, type StepKind } from '@kitewright/schema'
import type { Edge, Graph, Node } from '../model/graph.ts'

/** A pipeline as Buildkite takes it: plain JSON, fields in the schema's order, values for the agent to fill in kept as such. */
export interface WirePipeline {
  readonly [attribute: string]: unknown
  readonly steps: readonly WireStep[]
}

/** A step as Buildkite takes it; `wait` without attributes is a word. */
export type WireStep = 'wait' | { readonly [attribute: string]: unknown }

/** Turns a graph into what is sent. */
export function wire(graph: Graph): WirePipeline {
  const steps = graph.roots.map((index) => wireStep(graph.nodes[index] as Node, graph))
  return { ...ordered(graph.attributes, 'pipeline'), steps }
}

function wireStep(node: Node, graph: Graph): WireStep {
  const dependencies = node.edges && dependsOn(node, node.edges, graph)
  const step = ordered(
    {
      ...(node.kind === 'wait' && !('wait' in node.attributes) && { wait: null }),
      ...(node.printedKey === undefined ? {} : { key: node.printedKey }),
      ...(dependencies === undefined ? {} : { depends_on: dependencies }),
      ...node.attributes,
    },
    node.kind,
  )
  if (node.kind === 'group') return { ...step, steps: node.children.map((child) => wireStep(graph.nodes[child] as Node, graph)) }
  return node.kind === 'wait' && Object.keys(step).length === 1 && step['wait'] === null ? 'wait' : step
}

/** One dependency that the author wrote alone stays alone; several are a list. */
function dependsOn(node: Node, edges: readonly Edge[], { nodes }: Graph): unknown {
  const entries = edges.map(({ to, external, allowFailure }) => {
    const key = to === undefined ? external : nodes[to]?.printedKey
    return allowFailure === undefined ? key : { step: key, allow_failure: allowFailure }
  })
  const [only] = entries
  return typeof only !== 'object' && entries.length === 1 && !Array.isArray(node.step.depends_on) ? only : entries
}

/** Known attributes in the schema's order, the others after them as authored. */
function ordered(attributes: Readonly<Record<string, unknown>>, kind: StepKind | 'pipeline'): Record<string, unknown> {
  const known = fieldOrder[kind].filter((name) => Object.hasOwn(attributes, name) && name !== 'steps')
  const names = [...known, ...Object.keys(attributes).filter((name) => !known.includes(name))]
  return Object.fromEntries(names.map((name) => [name, attributes[name]]))
}
