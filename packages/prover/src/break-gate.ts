import type { Graph, Node } from '@kitewright/core'
import { startsBehindFailure } from './ancestors.ts'
import { always, createDiagrams, never, type Ref } from './bdd.ts'
import { type Decision, type Outcomes, outcomes } from './outcomes.ts'
import { createReads, type Described, type Known } from './reads.ts'
import { createUnspecified, type Taken } from './unspecified.ts'

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

/** A step that fails. */
export interface Failing {
  readonly node: Node
  /** The round in which it starts, from 0. */
  readonly from: number
  /** Whether it fails, in each round from that one on; once it has passed, it has. */
  readonly inRounds: readonly boolean[]
}

/** A way in which a step starts though none of its gates was continued. */
export interface Break {
  /** What conditions read, as far as it matters. */
  readonly reads: ReadonlyMap<string, Described>
  readonly failed: readonly Failing[]
  /** Other blocks and inputs that somebody continues. */
  readonly continued: readonly Node[]
  /** Open rules that are taken otherwise than by default. */
  readonly taken: readonly Taken[]
}

/** What is cheaper is closer to an ordinary build: clicks, then failures and conditions, then odd readings of the rules. */
const costs = { opened: 0, continued: 1, condition: 20, failed: 50, taken: 10_000 }

/** What a pipeline was before. */
export interface Before {
  readonly graph: Graph
  /** Undefined where it had no such step. */
  readonly demand: Demand | undefined
}

/**
 * The most ordinary build in which a step starts though none of the gates was continued; undefined where there is none:
 * then the gates are proved to hold it.
 *
 * @param before Builds in which that may happen in an earlier pipeline as well, whatever fails there, do not count.
 * @throws TooLarge where that is not decided.
 */
export function breakGate(graph: Graph, demand: Demand, context: ProofContext, before?: Before): Break | undefined {
  const behind = startsBehindFailure(endsOf(demand.step, graph), graph)
  const find = (rounds: number): Break | undefined =>
    breakWithin({ graph, isFailing: behind > 0, rounds }, demand, context, before)
  // A build in which nobody runs anything again is the more ordinary one, and sooner looked at.
  return find(1) ?? (behind > 0 ? find(1 + behind) : undefined)
}

/** Whether there are builds in which a step starts, and would not have without one of the gates. */
export function holdsSometimes(graph: Graph, demand: Demand, context: ProofContext): boolean {
  const { starts, opened, diagrams } = ask({ graph, isFailing: false, rounds: 1 }, demand, questionIn(context))
  const influences = diagrams.support(starts)
  return opened.some((ref) => influences.has(ref))
}

interface Search {
  readonly graph: Graph
  readonly isFailing: boolean
  readonly rounds: number
}

/** What formulas are made of: the same for two pipelines that are compared. */
function questionIn({ known, changedFiles }: ProofContext) {
  const diagrams = createDiagrams()
  return { diagrams, reads: createReads(diagrams, known), unspecified: createUnspecified(diagrams), changedFiles }
}

/** When a step starts, as a formula over all that a build decides. */
function ask(search: Search, { step, gates, passing = [] }: Demand, question: ReturnType<typeof questionIn>) {
  const { diagrams, reads } = question
  const ends = endsOf(step, search.graph)
  const found = outcomes(ends, new Set(gates.map(({ index }) => index)), { ...search, ...question })
  const starts = diagrams.and(
    diagrams.or(...ends.map((one) => found.of(one).starts)),
    ...passing.map((one) => found.of(one).passes),
    reads.consistent(),
  )
  const opened = [...found.decisions].flatMap(([ref, { is }]) => (is === 'opened' ? [ref] : []))
  return { ...found, ...question, starts, opened }
}

/** The builds in which a gate does not hold, by what conditions read alone. */
function brokenIn({ graph, demand }: Before, question: ReturnType<typeof questionIn>): Ref {
  if (demand === undefined) return never
  const behind = startsBehindFailure(endsOf(demand.step, graph), graph)
  const search = { graph, isFailing: behind > 0, rounds: 1 + behind }
  const { starts, opened, decisions, diagrams } = ask(search, demand, question)
  return diagrams.without(diagrams.and(starts, ...opened.map(diagrams.not)), decisions.keys())
}

/** A group starts with any of its steps. */
function endsOf(step: Node, { nodes }: Graph): readonly Node[] {
  return step.kind === 'group' ? step.children.map((child) => nodes[child] as Node) : [step]
}

function breakWithin(search: Search, demand: Demand, context: ProofContext, before?: Before): Break | undefined {
  const question = questionIn(context)
  const { diagrams, reads, unspecified, starts, opened, rounds: outcomesIn, decisions } = ask(search, demand, question)
  const isNew = before === undefined ? always : diagrams.not(brokenIn(before, question))
  const cost = (variable: Ref): number => {
    const decision = decisions.get(variable)
    if (decision !== undefined) return costs[decision.is]
    return unspecified.takenIn(new Map([[variable, true]])).length > 0 ? costs.taken : costs.condition
  }
  const model = diagrams.cheapest(diagrams.and(starts, isNew, ...opened.map(diagrams.not), reads.consistent()), cost)
  if (model === undefined) return undefined
  const decided = (wanted: Decision['is']): readonly Node[] => [
    ...new Set([...decisions].flatMap(([ref, { node, is }]) => (is === wanted && model.get(ref) === true ? node : []))),
  ]
  const complete = withLaterRounds(model, decisions)
  const failing = (node: Node): Failing => {
    const has = (is: 'starts' | 'fails'): readonly boolean[] =>
      outcomesIn.map((outcome) => diagrams.holds(outcome(node)?.[is] ?? never, complete))
    const from = has('starts').indexOf(true)
    return { node, from, inRounds: from === -1 ? [] : has('fails').slice(from) }
  }
  return {
    reads: reads.described(model),
    failed: decided('failed')
      .map(failing)
      .filter(({ inRounds }) => inRounds.includes(true)),
    continued: decided('continued'),
    taken: unspecified.takenIn(model),
  }
}

/** What failed stays so, where it does not matter. */
function withLaterRounds(
  model: ReadonlyMap<Ref, boolean>,
  decisions: Outcomes['decisions'],
): ReadonlyMap<Ref, boolean> {
  const complete = new Map(model)
  const last = new Map<Node, boolean>()
  for (const [ref, { node, is }] of decisions) {
    if (is !== 'failed') continue
    const isFailing = model.get(ref) ?? last.get(node) ?? false
    complete.set(ref, isFailing)
    last.set(node, isFailing)
  }
  return complete
}
