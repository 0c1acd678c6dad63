import type { BuildContext, Graph } from '@kitewright/core'
import { type BuildTimeline, type Choices, simulateGraphs } from '@kitewright/scheduler'
import { isKnot } from './ancestors.ts'
import { TooLarge } from './bdd.ts'
import { type Before, type Break, breakGate } from './break-gate.ts'
import type { Demand, ProofContext } from './gate-question.ts'
import { type Witness, witnessOf } from './witness.ts'

/** What was found of one pipeline: proved, broken by a build that was simulated, or not decided. */
export type GraphProof =
  | { readonly is: 'proved' }
  | {
      readonly is: 'broken'
      readonly found: Break
      readonly witness: Witness
      readonly timeline: BuildTimeline
      readonly choices: Partial<Choices>
    }
  | { readonly is: 'undecided'; readonly why: string; readonly found?: Break | undefined }

/**
 * Proves that a step never starts before one of the gates was continued, or shows a build in which it does.
 *
 * @param before Builds in which that may happen in an earlier pipeline as well do not count.
 */
export function proveGraph(
  graph: Graph,
  demand: Demand,
  proof: ProofContext & { readonly context: BuildContext },
  before?: Before,
): GraphProof {
  if (isKnot(graph)) return { is: 'undecided', why: 'steps wait for each other' }
  let found: Break | undefined
  try {
    found = breakGate(graph, demand, proof, before)
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    return { is: 'undecided', why: error.message }
  }
  if (found === undefined) return { is: 'proved' }
  const { witness, missing } = witnessOf(found, proof)
  const choices = Object.fromEntries(found.taken.map(({ rule, taken }) => [rule, taken])) as Partial<Choices>
  const timeline = replay(graph, witness, choices)
  const isHeldBefore = before?.demand === undefined || !startedBefore(before.graph, before.demand, witness, choices)
  // What no value was found for may have the right one anyway.
  if (starts(demand, timeline) && isHeldBefore) return { is: 'broken', found, witness, timeline, choices }
  const [read] = missing
  return {
    is: 'undecided',
    why: read === undefined ? 'the build that was found does not break it' : `no value was found for ${read}`,
    found,
  }
}

/** Whether the step of an earlier pipeline starts in such a build, though nobody continues its gates. */
function startedBefore(
  graph: Graph,
  demand: Demand,
  { context, scenario }: Witness,
  choices: Partial<Choices>,
): boolean {
  const gates = new Set(demand.gates.map(({ key, id }) => key ?? id))
  const unblock = Object.entries(scenario.unblock ?? {}).filter(([key]) => !gates.has(key))
  const held = { context, scenario: { ...scenario, unblock: Object.fromEntries(unblock) } }
  return starts(demand, replay(graph, held, choices))
}

function starts({ step }: Demand, { steps }: BuildTimeline): boolean {
  return steps[step.index]?.start !== undefined
}

function replay(graph: Graph, { context, scenario }: Witness, choices: Partial<Choices>): BuildTimeline {
  const { builds } = simulateGraphs([{ id: '1', graph, context, scenario }], { choices })
  return builds[0] as BuildTimeline
}
