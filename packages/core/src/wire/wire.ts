import { fieldOrder, isInterpolated, type StepKind } from '@kitewright/schema'
import type { WireMap, WirePipeline, WireValue } from '../emit/wire-pipeline.ts'
import type { Edge, Graph, Node } from '../model/graph.ts'

/** What the author wrote, unchecked: the checks before printing refuse what is no wire value. */
type Attributes = Readonly<Record<string, unknown>>

/** Turns a graph into what is sent: plain JSON, fields in the schema's order. `wait` without attributes is a word. */
export function wire(graph: Graph): WirePipeline {
  const steps = graph.roots.map((index) => wireStep(graph.nodes[index] as Node, graph))
  return { ...ordered(graph.attributes, 'pipeline'), steps }
}

function wireStep(node: Node, graph: Graph): WireValue {
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
  if (node.kind === 'group')
    return { ...step, steps: node.children.map((child) => wireStep(graph.nodes[child] as Node, graph)) }
  const isBare = node.kind === 'wait' && !('wait' in node.attributes) && Object.keys(step).length === 1
  return isBare ? 'wait' : step
}

/** One dependency that the author wrote alone stays alone; several are a list. */
function dependsOn(node: Node, edges: readonly Edge[], { nodes }: Graph): WireValue {
  const entries = edges.map(({ to, external, allowFailure }): WireValue => {
    const key = (to === undefined ? external : nodes[to]?.printedKey) ?? ''
    return allowFailure === undefined ? key : { step: key, allow_failure: allowFailure }
  })
  const [only] = entries
  const standsAlone = entries.length === 1 && !Array.isArray(node.step.depends_on)
  return standsAlone && (typeof only === 'string' || isInterpolated(only)) ? only : entries
}

/** Known attributes in the schema's order, the others after them as authored. */
function ordered(attributes: Attributes, kind: StepKind | 'pipeline'): WireMap {
  const known = fieldOrder[kind].filter((name) => Object.hasOwn(attributes, name) && name !== 'steps')
  const names = [...known, ...Object.keys(attributes).filter((name) => !known.includes(name))]
  return Object.fromEntries(names.map((name) => [name, attributes[name] as WireValue]))
}
