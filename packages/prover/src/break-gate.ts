import type { Graph, Node } from '@kitewright/core'
import { startsBehindFailure } from './ancestors.ts'
import { always, never, type Ref } from './bdd.ts'
import { ask, type Demand, type ProofContext, questionOf, type Whole, wholeOf } from './gate-question.ts'
import type { Decision, Outcomes, OutcomesQuestion } from './outcomes.ts'
import type { Described } from './reads.ts'
import { areSurelyHeld } from './surely-held.ts'
import type { Taken } from './unspecified.ts'

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
  const whole = wholeOf(graph, demand)
  if (areSurelyHeld(whole.ends, whole.steps, whole.gates, questionOf(graph, context))) return undefined
  const behind = startsBehindFailure(whole.steps, graph)
  const find = (isFailing: boolean, rounds: number): Break | undefined =>
    breakWithin(whole, { ...questionOf(graph, context), isOpening: false, isFailing, rounds }, before)
  // The more ordinary a build is, the sooner it is looked at: one without failures; one in which nobody runs anything again.
  const kinds =
    behind > 0
      ? ([
          [false, 1],
          [true, 1],
          [true, 1 + behind],
        ] as const)
      : ([[false, 1]] as const)
  let odd: Break | undefined
  for (const [isFailing, rounds] of kinds) {
    const found = find(isFailing, rounds)
    if (found?.taken.length === 0) return found
    odd ??= found
  }
  return odd
}

/** Whether there are builds in which a step starts, and would not have without one of the gates. */
export function holdsSometimes(graph: Graph, demand: Demand, context: ProofContext): boolean {
  const question = { ...questionOf(graph, context), isOpening: true, isFailing: false, rounds: 1 }
  const { starts, decisions } = ask(wholeOf(graph, demand), question)
  const influences = question.diagrams.support(starts)
  return [...decisions].some(([ref, { is }]) => is === 'opened' && influences.has(ref))
}

/** The builds in which a gate did not hold before, by what conditions read alone. */
function brokenBefore({ graph, demand }: Before, question: OutcomesQuestion): Ref {
  if (demand === undefined) return never
  const whole = wholeOf(graph, demand)
  const behind = startsBehindFailure(whole.steps, graph)
  const { starts, decisions } = ask(whole, { ...question, graph, isFailing: behind > 0, rounds: 1 + behind })
  return question.diagrams.without(starts, decisions.keys())
}

function breakWithin(whole: Whole, question: OutcomesQuestion, before: Before | undefined): Break | undefined {
  const { diagrams, reads, unspecified } = question
  const { starts, rounds: outcomesIn, decisions } = ask(whole, question)
  const cost = (variable: Ref): number => {
    const decision = decisions.get(variable)
    if (decision !== undefined) return costs[decision.is]
    return unspecified.takenIn(new Map([[variable, true]])).length > 0 ? costs.taken : costs.condition
  }
  const isNew = before === undefined ? always : diagrams.not(brokenBefore(before, question))
  const model = diagrams.cheapest(diagrams.and(starts, isNew, reads.consistent()), cost)
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
