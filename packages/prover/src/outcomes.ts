import type { Node } from '@kitewright/core'
import { blocksBeside, type Prerequisite } from '@kitewright/core/order'
import { needsOf } from './ancestors.ts'
import { always, never, type Ref } from './bdd.ts'
import { hardFailure, mayRunAgain } from './failures.ts'
import { presence, type PresenceQuestion } from './presence.ts'

/** When a step has come to something, as formulas over conditions, failures and clicks. */
interface Outcome {
  /** Whether the build has it. */
  readonly isThere: Ref
  /** All that it waits for has been over at one time, and let it start. */
  readonly starts: Ref
  /** It is over, and lets steps behind it start. */
  readonly passes: Ref
  /** It is over, and lets only those start that tolerate its failure: it failed, or never ran since another step failed. */
  readonly fails: Ref
}

/** What a person or a machine decides in a build. */
export interface Decision {
  readonly node: Node
  /** `opened`: one of the gates is continued; `continued`: another block or input. */
  readonly is: 'failed' | 'opened' | 'continued'
  /** The number of times that failed steps had been run again before. */
  readonly round: number
}

export interface Outcomes {
  readonly of: (node: Node) => Outcome
  /** In each round, from the first on. */
  readonly rounds: readonly ((node: Node) => Outcome | undefined)[]
  /** By the variable that stands for it. */
  readonly decisions: ReadonlyMap<Ref, Decision>
}

/** What is asked beside presence. */
export interface OutcomesQuestion extends PresenceQuestion {
  /** Whether the gates may be continued. */
  readonly isOpening: boolean
  /** Whether failures matter. */
  readonly isFailing: boolean
  readonly rounds: number
}

/**
 * What may become of steps, of which each stands behind those that it waits for. A step that may fail fails or not, and a person continues a block or does
 * not, whatever else happens: so each is one variable. When things happen does not matter, since a step that is over stays
 * over; but for a failed step that somebody runs again: what started behind its failure has started, and what waits for its
 * success may start as well. So there are rounds, between which failed steps are run again.
 */
export function outcomes(steps: readonly Node[], gates: ReadonlySet<number>, question: OutcomesQuestion): Outcomes {
  const { graph, diagrams } = question
  const { and, or, not, variable } = diagrams
  const decisions = new Map<Ref, Decision>()
  const clicks = new Map<number, Ref>()
  const failures = new Map<number, Ref>()
  const there = new Map<number, Ref>()
  const rounds: Outcome[][] = []
  for (let round = 0; round < question.rounds; round++) {
    const known: Outcome[] = []
    rounds.push(known)
    for (const node of steps)
      known[node.index] = node.kind === 'group' ? ofGroup(node, known) : ofStep(node, known, round)
  }
  const last = rounds.at(-1) as readonly Outcome[]
  return {
    of: ({ index }) => last[index] as Outcome,
    rounds: rounds.map((known) => (node) => known[node.index]),
    decisions,
  }

  function ofStep(node: Node, known: readonly Outcome[], round: number): Outcome {
    const before = rounds[round - 1]?.[node.index]
    const isThere = isPresent(node)
    const needs = settledNeeds(node, known)
    const mayStart = and(isThere, ...needs.map(({ satisfied }) => satisfied))
    const starts = or(before?.starts ?? never, mayStart)
    const isLost = and(isThere, or(...needs.map(({ lost }) => lost)))
    if (node.kind === 'wait') return { isThere, starts, passes: starts, fails: and(isLost, not(starts)) }
    if (node.kind === 'block' || node.kind === 'input') {
      const isOpen = question.isOpening || !gates.has(node.index)
      const passes = isOpen ? or(before?.passes ?? never, and(mayStart, click(node))) : never
      return { isThere, starts, passes, fails: and(isLost, not(passes)) }
    }
    const failed = and(failure(node, round), not(before?.passes ?? never))
    return {
      isThere,
      starts,
      passes: and(starts, not(failed)),
      fails: or(and(starts, failed), and(isLost, not(starts))),
    }
  }

  /** A wait beside a block is dropped in builds that have the block. */
  function isPresent(node: Node): Ref {
    const found =
      there.get(node.index) ??
      and(
        presence(node, question),
        ...blocksBeside(node, graph).map((block) => not(isPresent(graph.nodes[block] as Node))),
      )
    there.set(node.index, found)
    return found
  }

  /** A group is over when all of its steps are. */
  function ofGroup(node: Node, known: readonly Outcome[]): Outcome {
    const children = node.children.map((child) => known[child] as Outcome)
    const isThere = or(...children.map((child) => child.isThere))
    const passes = and(isThere, ...children.map((child) => or(not(child.isThere), child.passes)))
    const areOver = and(...children.map((child) => or(not(child.isThere), child.passes, child.fails)))
    const fails = and(isThere, areOver, or(...children.map((child) => child.fails)))
    return { isThere, starts: or(...children.map((child) => child.starts)), passes, fails }
  }

  /** What each prerequisite comes to: it lets the step start, or keeps it from ever starting. */
  function settledNeeds(
    node: Node,
    known: readonly Outcome[],
  ): readonly { readonly satisfied: Ref; readonly lost: Ref }[] {
    return needsOf(node, graph).map((prerequisite) => {
      const { step, toleratesFailure } = prerequisite
      const { passes, fails } = known[step] as Outcome
      const isAsked = asks(node, prerequisite, known)
      return {
        satisfied: or(not(isAsked), passes, toleratesFailure ? fails : never),
        lost: toleratesFailure ? never : and(isAsked, fails),
      }
    })
  }

  /** Whether a build makes a step wait for a prerequisite. */
  function asks(node: Node, { step, by, ofGroup: isOfGroup, insteadOf }: Prerequisite, known: readonly Outcome[]): Ref {
    // Whether a step with dependencies of its own also waits for its group's is not documented (docs/spec/semantics.md §16).
    const counts =
      isOfGroup && by === 'depends_on' && node.edges
        ? not(question.unspecified.isTaken('group_and_step_depends_on', 'step'))
        : always
    const isThere = (index: number): Ref => (known[index] as Outcome).isThere
    return and(isThere(step), counts, ...insteadOf.map((other) => not(isThere(other))))
  }

  function click(node: Node): Ref {
    const ref = clicks.get(node.index) ?? decide({ node, is: gates.has(node.index) ? 'opened' : 'continued', round: 0 })
    clicks.set(node.index, ref)
    return ref
  }

  /** Only a failure that a person may try again can be another one in the next round. */
  function failure(node: Node, round: number): Ref {
    if (!question.isFailing || hardFailure(node) === undefined) return never
    const earlier = failures.get(node.index)
    if (earlier !== undefined && !mayRunAgain(node)) return earlier
    const ref = decide({ node, is: 'failed', round })
    failures.set(node.index, ref)
    return ref
  }

  function decide(decision: Decision): Ref {
    const ref = variable()
    decisions.set(ref, decision)
    return ref
  }
}
