import type { Graph, Node } from '@kitewright/core'
import { postOrder, prerequisites, waitingGraph } from '@kitewright/core/order'

/** The steps that some wait for, and these themselves, each behind those that it waits for. */
export function ancestors(ends: readonly Node[], graph: Graph): readonly number[] {
  const waited = waitingGraph(graph)
  const found = new Set<number>()
  const left = ends.map(({ index }) => index)
  for (let index = left.pop(); index !== undefined; index = left.pop()) {
    if (found.has(index)) continue
    found.add(index)
    left.push(...(waited[index] ?? []), ...prerequisites(graph.nodes[index] as Node, graph).map(({ step }) => step))
  }
  return postOrder(waited).filter((index) => found.has(index))
}

/** The blocks and inputs that a step waits for in some build, the nearest first. */
export function holdersOf(step: Node, graph: Graph): readonly Node[] {
  return ancestors([step], graph)
    .map((index) => graph.nodes[index] as Node)
    .filter(({ kind }) => kind === 'block' || kind === 'input')
    .toSorted((one, other) => other.index - one.index)
}

/**
 * How many steps start behind a failure that keeps a block from being offered. Where none does, failures do not matter: a
 * build without any starts all that another one starts.
 */
export function startsBehindFailure(ends: readonly Node[], graph: Graph): number {
  const isHeld = new Uint8Array(graph.nodes.length)
  let count = 0
  for (const index of ancestors(ends, graph)) {
    const node = graph.nodes[index] as Node
    const needs = prerequisites(node, graph)
    if (needs.some(({ step, toleratesFailure }) => toleratesFailure && isHeld[step])) count++
    const before = [...needs.map(({ step }) => step), ...node.children]
    isHeld[index] = Number(node.kind === 'block' || node.kind === 'input' || before.some((step) => isHeld[step]))
  }
  return count
}
