import type { Graph, Node } from '@kitewright/core'
import { postOrder, type Prerequisite, prerequisites, waitingGraph } from '@kitewright/core/order'

const known = new WeakMap<Graph, (readonly Prerequisite[] | undefined)[]>()

/** What must be over before a step may start. Remembered, since it is asked for every kind of build. */
export function needsOf(node: Node, graph: Graph): readonly Prerequisite[] {
  const ofGraph = known.get(graph) ?? []
  known.set(graph, ofGraph)
  return (ofGraph[node.index] ??= prerequisites(node, graph))
}

/** The steps that some wait for, and these themselves, each behind those that it waits for. */
export function ancestors(ends: readonly Node[], graph: Graph): readonly Node[] {
  const { nodes } = graph
  const waited = waitingGraph(graph)
  const found = new Set<number>()
  const left = ends.map(({ index }) => index)
  for (let index = left.pop(); index !== undefined; index = left.pop()) {
    if (found.has(index)) continue
    found.add(index)
    left.push(...(waited[index] ?? []), ...needsOf(nodes[index] as Node, graph).map(({ step }) => step))
  }
  return postOrder(waited).flatMap((index) => (found.has(index) ? (nodes[index] as Node) : []))
}

/** Whether steps wait for each other, so that none of them ever starts: a mistake, and nothing to prove. */
export function isKnot(graph: Graph): boolean {
  const place: number[] = []
  for (const [at, index] of postOrder(waitingGraph(graph)).entries()) place[index] = at
  return graph.nodes.some((node) =>
    needsOf(node, graph).some(({ step }) => (place[step] as number) >= (place[node.index] as number)),
  )
}

/** The blocks and inputs that a step waits for in some build, the nearest first. */
export function holdersOf(step: Node, graph: Graph): readonly Node[] {
  return ancestors([step], graph)
    .filter(({ kind }) => kind === 'block' || kind === 'input')
    .toSorted((one, other) => other.index - one.index)
}

/**
 * How many of some steps start behind a failure that keeps a block from being offered. Where none does, failures do not
 * matter: a build without any starts all that another one starts.
 */
export function startsBehindFailure(steps: readonly Node[], graph: Graph): number {
  const isHeld = new Uint8Array(graph.nodes.length)
  let count = 0
  for (const node of steps) {
    const needs = needsOf(node, graph)
    if (needs.some(({ step, toleratesFailure }) => toleratesFailure && isHeld[step])) count++
    const before = [...needs.map(({ step }) => step), ...node.children]
    isHeld[node.index] = Number(node.kind === 'block' || node.kind === 'input' || before.some((step) => isHeld[step]))
  }
  return count
}
