import type { Graph, Node } from '@kitewright/core'
import { isOn } from '@kitewright/core/attributes'
import { blocksBeside, postOrder, prerequisites, waitingGraph } from '@kitewright/core/order'
import { always, never, type Ref } from './bdd.ts'
import { presence, type PresenceQuestion } from './presence.ts'

/** When a step has come to something, as formulas over conditions, failures and clicks. */
interface Outcome {
  /** Whether the build has it. */
  readonly isThere: Ref
  /** All that it waits for is over, and lets it start. */
  readonly starts: Ref
  /** It is over, and lets steps behind it start. */
  readonly passes: Ref
  /** It is over, and lets only those start that tolerate its failure: it failed, or never ran since another step failed. */
  readonly fails: Ref
}

/** What a person or a machine decides in a build, by the variable that stands for it. */
export type Decisions = ReadonlyMap<Ref, { readonly node: Node; readonly is: 'failed' | 'continued' }>

export interface Outcomes {
  readonly of: (node: Node) => Outcome
  readonly decisions: Decisions
}

/**
 * What may become of the steps that one waits for, while none of the gates is continued. A step that may fail fails or not,
 * and a person continues another block or does not, whatever else happens: so each is one variable. When things happen does
 * not matter: a step that is over stays over.
 */
export function outcomes(ends: readonly Node[], gates: ReadonlySet<number>, question: PresenceQuestion): Outcomes {
  const { graph, diagrams } = question
  const { and, or, not, variable } = diagrams
  const known: Outcome[] = []
  const decisions = new Map<Ref, { readonly node: Node; readonly is: 'failed' | 'continued' }>()

  for (const index of ancestors(ends, graph)) {
    const node = graph.nodes[index] as Node
    known[index] = node.kind === 'group' ? ofGroup(node) : ofStep(node)
  }
  return { of: ({ index }) => known[index] as Outcome, decisions }

  function ofStep(node: Node): Outcome {
    const own = presence(node, question)
    // A wait beside a block is dropped in builds that have the block.
    const isThere = and(
      own,
      ...blocksBeside(node, graph).map((block) => not(known[block]?.isThere ?? presenceOf(block))),
    )
    const needs = needsOf(node)
    const starts = and(isThere, ...needs.map(({ satisfied }) => satisfied))
    const isLost = and(isThere, or(...needs.map(({ lost }) => lost)))
    if (gates.has(node.index)) return { isThere, starts, passes: never, fails: isLost }
    if (node.kind === 'wait') return { isThere, starts, passes: starts, fails: isLost }
    if (node.kind === 'block' || node.kind === 'input') {
      const continued = decision(node, 'continued')
      return { isThere, starts, passes: and(starts, continued), fails: isLost }
    }
    const failed = mayFail(node) ? decision(node, 'failed') : never
    return { isThere, starts, passes: and(starts, not(failed)), fails: or(isLost, and(starts, failed)) }
  }

  function presenceOf(index: number): Ref {
    return presence(graph.nodes[index] as Node, question)
  }

  /** A group is over when all of its steps are. */
  function ofGroup(node: Node): Outcome {
    const children = node.children.map((child) => known[child] as Outcome)
    const isThere = or(...children.map((child) => child.isThere))
    const passes = and(isThere, ...children.map((child) => or(not(child.isThere), child.passes)))
    const areOver = and(...children.map((child) => or(not(child.isThere), child.passes, child.fails)))
    const fails = and(isThere, areOver, or(...children.map((child) => child.fails)))
    return { isThere, starts: or(...children.map((child) => child.starts)), passes, fails }
  }

  /** What each prerequisite comes to: it lets the step start, or keeps it from ever starting. */
  function needsOf(node: Node): readonly { readonly satisfied: Ref; readonly lost: Ref }[] {
    return prerequisites(node, graph).map(({ step, toleratesFailure, insteadOf, ofGroup: isOfGroup, by }) => {
      const { isThere, passes, fails } = known[step] as Outcome
      // Whether a step with dependencies of its own also waits for its group's is not documented (docs/spec/semantics.md §16).
      const counts =
        isOfGroup && by === 'depends_on' && node.edges
          ? not(question.unspecified.isTaken('group_and_step_depends_on', 'step'))
          : always
      const isAsked = and(isThere, counts, ...insteadOf.map((other) => not((known[other] as Outcome).isThere)))
      return {
        satisfied: or(not(isAsked), passes, toleratesFailure ? fails : never),
        lost: toleratesFailure ? never : and(isAsked, fails),
      }
    })
  }

  function decision(node: Node, is: 'failed' | 'continued'): Ref {
    const ref = variable()
    decisions.set(ref, { node, is })
    return ref
  }
}

function mayFail({ kind, attributes }: Node): boolean {
  if (kind === 'trigger') return !isOn(attributes['async']) && !isOn(attributes['soft_fail'])
  return !isOn(attributes['soft_fail'])
}

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
