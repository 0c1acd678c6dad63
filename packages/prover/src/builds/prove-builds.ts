import type { Node } from '@kitewright/core'
import { deployWork } from '@kitewright/core/attributes'
import { interpolatedText, isInterpolated } from '@kitewright/schema'
import { never } from '../bdd.ts'
import { questionOf } from '../gate-question.ts'
import { presence } from '../presence.ts'
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
  const having = usualFirst(twins).filter((pair) => [pair.older, pair.newer].every((build) => mayHave(build, key)))
  const known = new Map<Node, StepReading>()
  const reading: Read = ({ graph }, node) => {
    const found = known.get(node) ?? withGuard(readStep(node, graph, readScript), guard)
    known.set(node, found)
    return found
  }
  const elsewhere = having.flatMap(({ older }) => deployedElsewhere(older, key, reading))[0]
  if (elsewhere !== undefined) {
    const there: Answer = { is: 'undecided', why: elsewhere }
    return { inOrder: there, oneAtATime: there, ownWork: there }
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

/** Whether a build may have the step. */
function mayHave({ graph, kind }: BuildOfKind, key: string): boolean {
  const step = named(graph.nodes, key)
  return step !== undefined && presence(step, questionOf(graph, kind)) !== never
}

/** What deploys in the place of a step, where that is another pipeline or what is uploaded. */
function deployedElsewhere(build: BuildOfKind, key: string, read: Read): string | [] {
  const step = named(build.graph.nodes, key)
  if (step === undefined) return []
  const { trigger } = step.attributes
  const pipeline = isInterpolated(trigger) ? trigger[interpolatedText] : String(trigger)
  if (step.kind === 'trigger') return `the pipeline ${pipeline} deploys, and what holds is to be asked of it`
  const { commands } = read(build, step)
  const isUpload = commands.some(({ words }) =>
    /^(?:buildkite-agent pipeline|kitewright) upload\b/.test(words.join(' ')),
  )
  const isOnlyUpload = isUpload && !commands.some(({ words }) => deployWork(words) === 'replaces')
  return isOnlyUpload ? 'it uploads steps, and what holds is to be asked of these' : []
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
