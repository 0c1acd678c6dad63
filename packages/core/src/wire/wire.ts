import { fieldOrder, type PlainMap, type StepKind } from '@kitewright/schema'
import type { WireMap, WirePipeline, WireValue } from '../emit/wire-pipeline.ts'
import type { Edge, Graph, Node } from '../model/graph.ts'

/**
 * Turns a graph into what is sent: plain JSON, fields in the schema's order. `wait` without attributes is a word. Nothing
 * is checked: what cannot be sent is found before printing.
 */
export function wire(graph: Graph): WirePipeline {
  const steps = graph.roots.map((index) => wireStep(graph.nodes[index] as Node, graph))
  return { ...ordered(graph.attributes, {}, 'pipeline'), steps }
}

function wireStep(node: Node, graph: Graph): WireValue {
  const { kind, attributes, printedKey, edges } = node
  const isBareWait = kind === 'wait' && !Object.hasOwn(attributes, 'wait')
  const own = {
    wait: isBareWait ? null : undefined,
    key: printedKey,
    depends_on: edges && dependsOn(node, edges, graph),
  }
  const step = ordered(attributes, own, kind)
  if (kind === 'group')
    return { ...step, steps: node.children.map((child) => wireStep(graph.nodes[child] as Node, graph)) }
  return isBareWait && Object.keys(step).length === 1 ? 'wait' : step
}

/** One dependency that the author wrote alone stays alone; several are a list. */
function dependsOn(node: Node, edges: readonly Edge[], { nodes }: Graph): WireValue {
  const entry = ({ to, external, allowFailure }: Edge): WireValue => {
    const key = (to === undefined ? external : nodes[to]?.printedKey) ?? ''
    return allowFailure === undefined ? key : { step: key, allow_failure: allowFailure }
  }
  const [only] = edges
  const standsAlone = edges.length === 1 && !Array.isArray(node.step.depends_on)
  return standsAlone && only?.allowFailure === undefined && only !== undefined ? entry(only) : edges.map(entry)
}

/**
 * Known attributes in the schema's order, the others after them as authored.
 *
 * @param own What the graph says of a step, where its author has not written it himself, in `raw`.
 */
function ordered(attributes: PlainMap, own: PlainMap, kind: StepKind | 'pipeline'): WireMap {
  const order = fieldOrder[kind]
  const map: Record<string, WireValue> = {}
  let known = 0
  // By index: an iterator makes an object for each name, and this runs for each name of each step.
  for (let index = 0; index < order.length; index++) {
    const name = order[index] as string
    const authored = name === 'steps' ? undefined : attributes[name]
    if (authored !== undefined) known++
    const value = authored === undefined ? own[name] : authored
    if (value !== undefined) map[name] = value as WireValue
  }
  const names = Object.keys(attributes)
  return names.length === known ? map : { ...map, ...others(names, map, attributes) }
}

function others(names: readonly string[], known: WireMap, attributes: PlainMap): WireMap {
  const unknown = names.filter((name) => !Object.hasOwn(known, name))
  return Object.fromEntries(unknown.map((name) => [name, attributes[name] as WireValue]))
}
