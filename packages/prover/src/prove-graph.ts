import type { BuildContext, Graph, Node } from '@kitewright/core'
import { type BuildTimeline, type Choices, simulateGraphs } from '@kitewright/scheduler'
import { TooLarge } from './bdd.ts'
import { type Break, breakGate, type ProofContext } from './break-gate.ts'
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

/** Proves that a step never starts before one of the gates was continued, or shows a build in which it does. */
export function proveGraph(
  graph: Graph,
  demand: { readonly step: Node; readonly gates: readonly Node[] },
  proof: ProofContext & { readonly context: BuildContext },
): GraphProof {
  let found: Break | undefined
  try {
    found = breakGate(graph, demand, proof)
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    return { is: 'undecided', why: 'the pipeline has too many cases to look at' }
  }
  if (found === undefined) return { is: 'proved' }
  const witness = witnessOf(found, proof.context)
  if ('read' in witness) return { is: 'undecided', why: `no value was found for ${witness.read}`, found }
  const choices = Object.fromEntries(found.taken.map(({ rule, taken }) => [rule, taken])) as Partial<Choices>
  const timeline = replay(graph, witness, proof, choices)
  const step = timeline.steps[demand.step.index]
  if (step?.start === undefined) return { is: 'undecided', why: 'the build that was found does not break it', found }
  return { is: 'broken', found, witness, timeline, choices }
}

function replay(
  graph: Graph,
  { build, env, scenario }: Witness,
  { context, isUnchanged }: ProofContext & { readonly context: BuildContext },
  choices: Partial<Choices>,
): BuildTimeline {
  const replayed: BuildContext = {
    ...context,
    build: { ...context.build, ...build },
    env: { ...context.env, ...env },
    changedFiles: isUnchanged ? [] : undefined,
  }
  const { builds } = simulateGraphs([{ id: '1', graph, context: replayed, scenario }], { choices })
  return builds[0] as BuildTimeline
}
