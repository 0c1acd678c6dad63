import type { Diagnostic } from '../model/diagnostic.ts'
import type { Graph } from '../model/graph.ts'
import { alwaysWaitsFor } from '../order/approvals.ts'
import { gateNodes } from '../order/gates.ts'
import { isProofAsked } from './ask-rules.ts'
import type { CheckOptions } from './check-options.ts'
import { unmetGate } from './rules/gates/gate.ts'
import { doubtfulGates, passableGate } from './rules/gates/passable-gate.ts'

/** Whether the structure of a pipeline leaves a gate in doubt, so that a proof has something to say. */
export function needsProof(graph: Graph, options: CheckOptions): boolean {
  const isUnmet = Array.from(gateNodes(graph)).some(
    ({ node, gate }) => node !== undefined && gate !== undefined && !alwaysWaitsFor(graph, node, gate),
  )
  if (isUnmet || !isProofAsked(passableGate, options)) return isUnmet
  return !doubtfulGates(graph, options.deploys)[Symbol.iterator]().next().done
}

/** Whether something is told of a gate that does not hold. */
export function isOfGate({ code }: Pick<Diagnostic, 'code'>): boolean {
  return code === unmetGate.code || code === passableGate.code
}
