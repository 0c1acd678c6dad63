import { givenContext, type Graph, type Node } from '@kitewright/core'
import { explainBreak } from './explain.ts'
import { proveGraph } from './prove-graph.ts'

/** How a gate is passed. */
export interface BreakStory {
  /** Whether there is such a build; otherwise that is not decided, and the lines say why. */
  readonly isDecided: boolean
  readonly lines: readonly string[]
}

/**
 * What happens in a build in which a step starts though none of its gates was continued, of whatever kind the build is.
 * Undefined where it is proved that there is none.
 */
export function breakStory(graph: Graph, step: Node, gates: readonly Node[]): BreakStory | undefined {
  const demand = { step, gates }
  const context = { name: 'some build', known: new Map(), context: givenContext() }
  const proof = proveGraph(graph, demand, context)
  if (proof.is === 'proved') return undefined
  if (proof.is === 'undecided') return { isDecided: false, lines: [`it is not decided: ${proof.why}`] }
  const { facts, waits } = explainBreak(graph, demand, proof, context.name)
  return { isDecided: true, lines: [...facts, waits] }
}
