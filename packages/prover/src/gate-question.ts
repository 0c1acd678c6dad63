import type { Graph, Node } from '@kitewright/core'
import { ancestors } from './ancestors.ts'
import { createDiagrams, type Ref } from './bdd.ts'
import { type Outcomes, outcomes, type OutcomesQuestion } from './outcomes.ts'
import type { PresenceQuestion } from './presence.ts'
import { createReads, type Known } from './reads.ts'
import { createUnspecified } from './unspecified.ts'

/** What a proof takes for granted about the builds that it speaks of. */
export interface ProofContext {
  /** Such as `a pull request`. */
  readonly name: string
  /** What is known of the things that conditions read. */
  readonly known: ReadonlyMap<string, Known>
  /** The files that have changed; undefined where they may be any. */
  readonly changedFiles?: readonly string[] | undefined
}

/** A step, and gates of which one must have been continued before it starts. */
export interface Demand {
  readonly step: Node
  readonly gates: readonly Node[]
  /** Other blocks that are continued in the builds that are asked about. None unless told. */
  readonly passing?: readonly Node[] | undefined
}

/** A demand with all steps that it hangs on. */
export interface Whole {
  readonly ends: readonly Node[]
  readonly steps: readonly Node[]
  readonly gates: ReadonlySet<number>
  readonly passing: readonly Node[]
}

export function wholeOf(graph: Graph, { step, gates, passing = [] }: Demand): Whole {
  const ends = endsOf(step, graph)
  return { ends, steps: ancestors(ends, graph), gates: new Set(gates.map(({ index }) => index)), passing }
}

export function questionOf(graph: Graph, { known, changedFiles }: ProofContext): PresenceQuestion {
  const diagrams = createDiagrams()
  const reads = createReads(diagrams, known)
  return { graph, diagrams, reads, unspecified: createUnspecified(diagrams), changedFiles }
}

/** When a step starts, as a formula over all that a build decides. */
export function ask(
  { ends, steps, gates, passing }: Whole,
  question: OutcomesQuestion,
): Outcomes & { readonly starts: Ref } {
  const { diagrams, reads } = question
  const found = outcomes(steps, gates, question)
  const starts = diagrams.or(...ends.map((one) => found.of(one).starts))
  const passes = passing.map((one) => found.of(one).passes)
  return { ...found, starts: diagrams.and(starts, ...passes, reads.consistent()) }
}

/** A group starts with any of its steps. */
function endsOf(step: Node, { nodes }: Graph): readonly Node[] {
  return step.kind === 'group' ? step.children.map((child) => nodes[child] as Node) : [step]
}
