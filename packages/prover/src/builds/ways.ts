import type { BuildContext, Node } from '@kitewright/core'
import {
  type BuildScenario,
  type Choices,
  type SimulatedBuild,
  simulateGraphs,
  type StepTimeline,
} from '@kitewright/scheduler'
import { holdersOf, isKnot } from '../ancestors.ts'
import { TooLarge } from '../bdd.ts'
import { breakGate } from '../break-gate.ts'
import { witnessOf } from '../witness.ts'
import type { BuildOfKind } from './kinds.ts'

/** A build in which a step starts. */
export interface Way {
  readonly build: BuildOfKind
  readonly step: Node
  /** What the build is, as far as it matters. */
  readonly context: BuildContext
  /** What happens in it. */
  readonly scenario: BuildScenario
  readonly choices: Partial<Choices>
  /** A block before the step that a person continues in it. Undefined where nobody has to. */
  readonly block: Node | undefined
}

/** How many blocks are asked, the nearest first: each is a question of its own. */
const mostBlocks = 8

/**
 * Builds in which a step starts: one for each block and input that may hold it, and the most ordinary one. None where no
 * build of the kind has it, or none is found.
 */
export function* waysTo(build: BuildOfKind, step: Node): Iterable<Way> {
  if (isKnot(build.graph)) return
  for (const block of [...holdersOf(step, build.graph).slice(0, mostBlocks), undefined]) {
    const way = wayTo(build, step, block)
    if (way !== undefined) yield way
  }
}

function wayTo(build: BuildOfKind, step: Node, block: Node | undefined): Way | undefined {
  const { kind, graph } = build
  try {
    const found = breakGate(graph, { step, gates: [], passing: block === undefined ? [] : [block] }, kind)
    if (found === undefined) return undefined
    const { witness, missing } = witnessOf(found, kind)
    if (missing.length > 0) return undefined
    const choices = Object.fromEntries(found.taken.map(({ rule, taken }) => [rule, taken])) as Partial<Choices>
    return { build, step, ...witness, choices, block }
  } catch (error) {
    if (error instanceof TooLarge) return undefined
    throw error
  }
}

/** What becomes of each step where a build of that way runs alone. */
export function alone(way: Way, more: BuildScenario): readonly StepTimeline[] {
  const { builds } = simulateGraphs([{ id: '1', ...simulated(way, more) }], { choices: way.choices })
  return builds[0]?.steps ?? []
}

/** What the simulator takes of a build of that way, in which more happens than is told of it. */
export function simulated(
  { build: { graph }, context, scenario }: Way,
  more: BuildScenario,
): Omit<SimulatedBuild, 'id'> {
  const retry = [...(scenario.retry ?? []), ...(more.retry ?? [])]
  return {
    graph,
    context,
    scenario: {
      ...more,
      ...(retry.length > 0 && { retry }),
      outcomes: { ...scenario.outcomes, ...more.outcomes },
      unblock: { ...scenario.unblock, ...more.unblock },
    },
  }
}
