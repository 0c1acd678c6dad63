import type { Node } from '@kitewright/core'
import { concurrencyOf, jobCount } from '@kitewright/core/attributes'
import { ancestors, holdersOf, needsOf } from '../ancestors.ts'
import { never } from '../bdd.ts'
import { hardFailure, mayRunAgain } from '../failures.ts'
import { questionOf, wholeOf } from '../gate-question.ts'
import { presence, type PresenceQuestion } from '../presence.ts'
import { areSurelyHeld } from '../surely-held.ts'
import { holdingOf } from './group-of-deploy.ts'
import { areOfOneBranch, type BuildOfKind, type TwoBuilds } from './kinds.ts'

/**
 * A step that opens a concurrency gate and one that closes it, both of one concurrency group: the one that closes it stands
 * in the queue ahead of all newer builds from the creation of its own on (docs/spec/semantics.md §10).
 */
export interface ConcurrencyGate {
  readonly opener: Node
  readonly closer: Node
  /** Why it may let two builds in; undefined where it never does. */
  readonly leak: string | undefined
}

/** The concurrency gate that a step of a build stands in. */
export type GateOf = (build: BuildOfKind) => ConcurrencyGate | undefined

/** How many steps before the deploy are looked at, and how many behind it. */
const mostAsked = 16

/** The concurrency gate that a step stands in: one that holds, if there is one. */
export function gateAround(step: Node, build: BuildOfKind): ConcurrencyGate | undefined {
  const { graph } = build
  const before = new Set(ancestors([step], graph))
  const members = graph.nodes.filter((node) => node !== step && groupOf(node) !== undefined)
  const openers = members.filter((node) => before.has(node)).slice(-mostAsked)
  const groups = new Set(openers.map(groupOf))
  const closers = members
    .filter((node) => !before.has(node) && groups.has(groupOf(node)))
    .slice(0, mostAsked)
    .filter((node) => ancestors([node], graph).includes(step))
  let leaky: ConcurrencyGate | undefined
  for (const opener of openers)
    for (const closer of closers.filter((one) => groupOf(one) === groupOf(opener))) {
      const gate = { opener, closer, leak: leakOf(step, { opener, closer }, build) }
      if (gate.leak === undefined) return gate
      leaky ??= gate
    }
  return leaky
}

/** Whether gates hold a step in two builds: the newer one enters its gate when the older one has left its own. */
export function holdsBetween({ older, newer }: TwoBuilds, gateOf: GateOf): ConcurrencyGate | undefined {
  const [one, other] = [gateOf(older), gateOf(newer)]
  if (one === undefined || other === undefined || one.leak !== undefined || other.leak !== undefined) return undefined
  return holdingOf(one.closer, other.opener, areOfOneBranch({ older, newer })).is === 'one' ? one : undefined
}

/** A gate in words. */
export function gateText({ opener, closer }: ConcurrencyGate): string {
  return `the concurrency gate from step "${opener.id}" to step "${closer.id}"`
}

function groupOf({ attributes }: Node): string | undefined {
  return concurrencyOf(attributes).groupName
}

type Ends = Pick<ConcurrencyGate, 'opener' | 'closer'>

function leakOf(step: Node, { opener, closer }: Ends, build: BuildOfKind): string | undefined {
  const { graph, kind } = build
  const question = questionOf(graph, kind)
  if (presence(step, question) === never) return undefined
  const held = holdingOf(opener, closer, true)
  if (held.is !== 'one') return held.why.replace(/^its concurrency group/, 'its group')
  if ([opener, closer].some(({ attributes }) => concurrencyOf(attributes).method === 'eager'))
    return 'its group keeps no order (concurrency_method: eager)'
  if (jobCount(step) !== 1) return `step "${step.id}" is several jobs`
  const [block] = holdersOf(closer, graph)
  if (block !== undefined)
    return `what is behind ${block.kind} "${block.id}" is queued only when somebody continues that`
  const again = ancestors([step], graph).find((node) => node.kind !== 'wait' && mayRunAgain(node) && isWork(node))
  if (again !== undefined) return `somebody may run step "${again.id}" again, when the gate is closed`
  if (!neverStartsBefore(step, opener, question)) return `step "${step.id}" may start without step "${opener.id}"`
  return isOverAfter(closer, step, question) ? undefined : `step "${closer.id}" may be over before step "${step.id}" is`
}

function isWork({ kind }: Node): boolean {
  return kind === 'command' || kind === 'trigger'
}

/** In doubt, false. */
function neverStartsBefore(step: Node, awaited: Node, question: PresenceQuestion): boolean {
  const { ends, steps } = wholeOf(question.graph, { step, gates: [] })
  return areSurelyHeld(ends, steps, new Set([awaited.index]), question)
}

/** Whether each build that has `step` has the other one too, which is over only after it. In doubt, false. */
function isOverAfter(closer: Node, step: Node, question: PresenceQuestion): boolean {
  const { graph, diagrams } = question
  const { and, not } = diagrams
  const isThere = (node: Node): boolean => and(presence(step, question), not(presence(node, question))) === never
  const nodeOf = (index: number): Node => graph.nodes[index] as Node
  const after = new Map<Node, boolean>([[step, true]])
  const hasty = new Map<Node, boolean>()
  return isAfter(closer)

  function isAfter(node: Node): boolean {
    const found = after.get(node)
    if (found !== undefined) return found
    // Of steps that wait for each other, each is looked at once.
    after.set(node, false)
    const needs = needsOf(node, graph)
    const holds =
      node.kind === 'group'
        ? node.children.some((child) => isAfter(nodeOf(child)))
        : needs.some((need) => need.insteadOf.length === 0 && !need.ofGroup && isAfter(nodeOf(need.step))) &&
          needs.every((need) => need.toleratesFailure || !mayFailEarly(nodeOf(need.step)))
    after.set(node, holds && (node.kind === 'group' || isThere(node)))
    return after.get(node) === true
  }

  /** Whether it may keep those behind it from starting before `step` is over. */
  function mayFailEarly(node: Node): boolean {
    const found = hasty.get(node)
    if (found !== undefined) return found
    hasty.set(node, true)
    const before = [
      ...node.children.map((child) => nodeOf(child)),
      ...needsOf(node, graph).flatMap((need) => (need.toleratesFailure ? [] : nodeOf(need.step))),
    ]
    const isSafe =
      isAfter(node) ||
      (hardFailure(node) === undefined && before.every((one) => !mayFailEarly(one))) ||
      // Where it fails, the step never starts.
      neverStartsBefore(step, node, question)
    hasty.set(node, !isSafe)
    return !isSafe
  }
}
