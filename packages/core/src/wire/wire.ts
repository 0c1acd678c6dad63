import { fieldOrder, type PlainMap, type StepKind } from '@kitewright/schema'
import type { WireMap, WirePipeline, WireValue } from '../emit/wire-pipeline.ts'
import type { Edge, Graph, Node } from '../model/graph.ts'
import type { RawNames } from '../model/written-attributes.ts'
import { rawDependencies } from './raw-dependencies.ts'

/**
 * Turns a graph into what is sent: plain JSON, fields in the schema's order. `wait` without attributes is a word. Nothing
 * is checked: what cannot be sent is found before printing.
 */
export function wire(graph: Graph): WirePipeline {
  const steps = graph.roots.map((index) => wireStep(graph.nodes[index] as Node, graph))
  return { ...ordered(graph.attributes, {}, 'pipeline'), steps }
}

function wireStep(node: Node, graph: Graph): WireValue {
  const { kind, attributes, printedKey, raw, step: author, within, written } = node
  // A word of a list in `raw`.
  if (within !== undefined && typeof author.raw === 'string') return author.raw
  const isBareWait = kind === 'wait' && !Object.hasOwn(attributes, 'wait')
  const own = {
    wait: isBareWait ? null : undefined,
    key: printedKey ?? written['key'],
    depends_on: dependsOn(node, graph),
  }
  const step = asInRaw(ordered(attributes, own, kind), raw)
  if (kind === 'group')
    return { ...step, steps: node.children.map((child) => wireStep(graph.nodes[child] as Node, graph)) }
  return isBareWait && Object.keys(step).length === 1 ? 'wait' : step
}

/** One dependency that the author wrote alone stays alone; several are a list. */
function dependsOn({ edges, raw, written }: Node, graph: Graph): WireValue | undefined {
  const authored = written['depends_on']
  if (raw.has('depends_on')) return rawDependencies(authored, graph)
  if (edges === undefined) return undefined
  const entry = ({ to, external, allowFailure, path }: Edge): WireValue => {
    const step = (to === undefined ? external : graph.nodes[to]?.printedKey) ?? ''
    // One that was written as a map stays one.
    if (!path.includes('step')) return step
    return allowFailure === undefined ? { step } : { step, allow_failure: allowFailure }
  }
  const [only] = edges
  const standsAlone =
    only !== undefined && edges.length === 1 && !Array.isArray(authored) && !only.path.includes('step')
  return standsAlone ? entry(only) : edges.map(entry)
}

/** Attributes of `raw` under the names that they have there. */
function asInRaw(step: WireMap, raw: RawNames): WireMap {
  if (raw.size === 0) return step
  return Object.fromEntries(Object.entries(step).map(([name, value]) => [raw.get(name) ?? name, value]))
}

/**
 * Known attributes in the schema's order, the others after them as authored.
 *
 * @param own What the graph says of a step.
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
