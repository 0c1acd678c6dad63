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
  const { kind, attributes, printedKey, edges } = node
  const isBareWait = kind === 'wait' && !Object.hasOwn(attributes, 'wait')
  const step = ordered(
    {
      wait: isBareWait ? null : undefined,
      key: printedKey,
      depends_on: edges && dependsOn(node, edges, graph),
      ...attributes,
    },
    kind,
  )
  if (kind === 'group')
    return { ...step, steps: node.children.map((child) => wireStep(graph.nodes[child] as Node, graph)) }
  return isBareWait && Object.keys(step).length === 1 ? 'wait' : step
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

/** Known attributes in the schema's order, the others after them as authored; what is undefined is left out. */
function ordered(attributes: Attributes, kind: StepKind | 'pipeline'): WireMap {
  const order = fieldOrder[kind]
  const map: Record<string, WireValue> = {}
  for (const name of order) {
    const value = name === 'steps' ? undefined : (attributes[name] as WireValue | undefined)
    if (value !== undefined) map[name] = value
  }
  const others = Object.keys(attributes).filter((name) => attributes[name] !== undefined && !Object.hasOwn(map, name))
  if (others.length === 0) return map
  return { ...map, ...Object.fromEntries(others.map((name) => [name, attributes[name] as WireValue])) }
}
