import type { Node } from '@kitewright/core'
import { interpolatedText, isInterpolated } from '@kitewright/schema'
import type { Answer } from './answer.ts'
import { type ConcurrencyGate, gateAround, type GateOf } from './concurrency-gate.ts'
import { inOrder } from './in-order.ts'
import type { BuildOfKind, TwoBuilds } from './kinds.ts'
import { named } from './prove-across.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { ownWork } from './own-work.ts'
import { type Read, type ReadScript, readStep, type StepReading } from './read-step.ts'

/** What holds of a step that deploys, whichever builds of its pipeline run at once. */
export interface BuildAnswers {
  readonly inOrder: Answer
  readonly oneAtATime: Answer
  readonly ownWork: Answer
}

/** What is known of a step beside the pipeline. */
export interface KnownOfStep {
  readonly readScript: ReadScript
  /** What refuses what is older than what is deployed, as its team says. */
  readonly guard?: string | undefined
}

/**
 * Whether builds of one pipeline get in each other's way by a step that deploys. Two builds suffice: each claim is about two
 * deploys, and a third build only takes places in queues, which a wait of its length takes as well.
 *
 * @param twins For each kind of build, an older and a newer one.
 */
export function answersFor(twins: readonly TwoBuilds[], key: string, { readScript, guard }: KnownOfStep): BuildAnswers {
  const having = usualFirst(twins).filter(({ older, newer }) =>
    [older, newer].every(({ graph }) => graph.nodes.some(({ id }) => id === key)),
  )
  const [pipeline] = having.flatMap(({ older }) => triggeredBy(named(older.graph.nodes, key)))
  if (pipeline !== undefined) {
    const there: Answer = {
      is: 'undecided',
      why: `the pipeline ${pipeline} deploys, and what holds is to be asked of it`,
    }
    return { inOrder: there, oneAtATime: there, ownWork: there }
  }
  const known = new Map<Node, StepReading>()
  const reading: Read = ({ graph }, node) => {
    const found = known.get(node) ?? withGuard(readStep(node, graph, readScript), guard)
    known.set(node, found)
    return found
  }
  const gateOf = gatesAround(key)
  const atOnce = oneAtATime(pairs(having), key, { reading, gateOf })
  return {
    inOrder: inOrder(having, key, { reading, gateOf, isAlone: atOnce.is === 'proved' }),
    oneAtATime: atOnce,
    ownWork: ownWork(having, key, reading),
  }
}

function withGuard(reading: StepReading, said: string | undefined): StepReading {
  return said === undefined ? reading : { ...reading, guard: `its team says what refuses an older one: ${said}` }
}

/** Remembered, since each build is asked about with all others. */
function gatesAround(key: string): GateOf {
  const known = new Map<BuildOfKind, ConcurrencyGate | undefined>()
  return (build) => {
    if (known.has(build)) return known.get(build)
    const step = named(build.graph.nodes, key)
    const found = step && gateAround(step, build)
    known.set(build, found)
    return found
  }
}

function triggeredBy(step: Node | undefined): readonly string[] {
  const { trigger } = step?.attributes ?? {}
  if (step?.kind !== 'trigger') return []
  return [isInterpolated(trigger) ? trigger[interpolatedText] : String(trigger)]
}

/** Deploys are of the default branch as a rule: what is found for it is told. */
function usualFirst(twins: readonly TwoBuilds[]): readonly TwoBuilds[] {
  return [...twins.filter(isUsual), ...twins.filter((one) => !isUsual(one))]
}

function isUsual({ older: { kind } }: TwoBuilds): boolean {
  return kind.context.build.isTrusted()
}

/** Two builds of one kind, then two of different ones: these deploy to one environment as well. */
function pairs(twins: readonly TwoBuilds[]): readonly TwoBuilds[] {
  return [
    ...twins,
    ...twins.flatMap(({ older }, index) =>
      twins.filter((_, other) => other !== index).map(({ newer }) => ({ older, newer })),
    ),
  ]
}
