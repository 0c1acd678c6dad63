import type { Graph, Node } from '@kitewright/core'
import { createDiagrams, type Ref } from './bdd.ts'
import { outcomes } from './outcomes.ts'
import { createReads, type Described, type Known } from './reads.ts'
import { createUnspecified, type Taken } from './unspecified.ts'

/** What a proof takes for granted about the builds that it speaks of. */
export interface ProofContext {
  /** Such as `a pull request`. */
  readonly name: string
  /** What is known of the things that conditions read. */
  readonly known: ReadonlyMap<string, Known>
  /** Whether no file has changed. */
  readonly isUnchanged: boolean
}

/** A way in which a step starts though none of its gates was continued. */
export interface Break {
  /** What conditions read, as far as it matters. */
  readonly reads: ReadonlyMap<string, Described>
  /** Steps that fail. */
  readonly failed: readonly Node[]
  /** Other blocks and inputs that somebody continues. */
  readonly continued: readonly Node[]
  /** Open rules that are taken otherwise than by default. */
  readonly taken: readonly Taken[]
}

/** What is cheaper is closer to an ordinary build: clicks, then failures and conditions, then odd readings of the rules. */
const costs = { continued: 1, condition: 20, failed: 50, taken: 10_000 }

/** What is asked: whether a step starts though none of the gates was continued. */
export interface Demand {
  readonly step: Node
  readonly gates: readonly Node[]
  /** Other blocks that are continued in the builds that are asked about. None unless told. */
  readonly passing?: readonly Node[] | undefined
}

/**
 * The most ordinary build in which a step starts though none of the gates was continued; undefined where there is none:
 * then the gates are proved to hold it.
 *
 * @throws TooLarge where that is not decided.
 */
export function breakGate(
  graph: Graph,
  { step, gates, passing = [] }: Demand,
  { known, isUnchanged }: ProofContext,
): Break | undefined {
  const diagrams = createDiagrams()
  const reads = createReads(diagrams, known)
  const unspecified = createUnspecified(diagrams)
  const question = { graph, diagrams, reads, unspecified, isUnchanged }
  const steps = step.kind === 'group' ? step.children.map((child) => graph.nodes[child] as Node) : [step]
  const { of, decisions } = outcomes(steps, new Set(gates.map(({ index }) => index)), question)
  const starts = diagrams.or(...steps.map((one) => of(one).starts))
  const cost = (variable: Ref): number => {
    const decision = decisions.get(variable)
    if (decision !== undefined) return costs[decision.is]
    return unspecified.takenIn(new Map([[variable, true]])).length > 0 ? costs.taken : costs.condition
  }
  const passes = passing.map((one) => of(one).passes)
  const model = diagrams.cheapest(diagrams.and(starts, ...passes, reads.consistent()), cost)
  if (model === undefined) return undefined
  const decided = (wanted: 'failed' | 'continued'): readonly Node[] =>
    Array.from(decisions).flatMap(([ref, { node, is }]) => (is === wanted && model.get(ref) === true ? [node] : []))
  return {
    reads: reads.described(model),
    failed: decided('failed'),
    continued: decided('continued'),
    taken: unspecified.takenIn(model),
  }
}
