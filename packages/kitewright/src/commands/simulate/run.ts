import { type BuildContext, givenContext, type Graph } from '@kitewright/core'
import { simulateGraphs, type Timeline } from '@kitewright/scheduler'
import { compileFile } from '../../pipeline/compile-file.ts'
import { printDiagnostics } from '../../report/print-diagnostics.ts'
import { unknownKey } from '../../simulation/check-keys.ts'
import type { FileScenario } from '../../simulation/scenario-schema.ts'
import type { World } from '../../world/world.ts'
import { type NamedScenario, usualScenarios } from './usual-scenarios.ts'

/** What is to be simulated. */
export interface Question {
  readonly file: string
  readonly world: World
  readonly context: BuildContext
  readonly scenario: FileScenario
}

/** A simulation with its title. */
export interface TitledRun {
  readonly name: string
  readonly timeline: Timeline
}

/** Simulations; none where the pipeline has errors, which are printed; or what is wrong with the question. */
export interface Answer {
  readonly runs?: readonly TitledRun[] | undefined
  readonly problem?: string | undefined
}

/** Simulates the build of the command line: of a stream of YAML documents, one of each. */
export async function runOne({ file, world, context: base, scenario }: Question): Promise<Answer> {
  const context = contextOf(scenario, base)
  const graphs = await graphsOf(file, context, world)
  if (graphs === undefined) return {}
  const problem = unknownKey(graphs, scenario)
  if (problem !== undefined) return { problem }
  return answered(() =>
    graphs.map((graph) => ({ name: titleOf(context), timeline: timelineOf(graph, context, scenario) })),
  )
}

/** Simulates scenarios side by side, each with the pipeline that its build has. */
export async function runSeveral(question: Question, named: readonly NamedScenario[] | undefined): Promise<Answer> {
  const { file, world, context: base, scenario: shared } = question
  const branch = base.pipeline.default_branch ?? 'main'
  const usual = await graphsOf(file, contextOf({ build: { branch } }, undefined), world)
  if (usual === undefined) return {}
  const scenarios = named ?? usualScenarios(branch, usual)
  const compiled: { readonly one: NamedScenario; readonly context: BuildContext; readonly graphs: readonly Graph[] }[] =
    []
  for (const one of scenarios) {
    const context = contextOf(one.scenario, undefined)
    const graphs = await graphsOf(file, context, world)
    if (graphs === undefined) return {}
    compiled.push({ one, context, graphs })
  }
  // A step may be in the pipeline of another build alone.
  const all = [...usual, ...compiled.flatMap(({ graphs }) => graphs)]
  const problem = scenarios
    .map(({ scenario }) => unknownKey(all, withShared(scenario, shared)))
    .find((one) => one !== undefined)
  if (problem !== undefined) return { problem }
  return answered(() =>
    compiled.flatMap(({ one: { name, scenario }, context, graphs }) =>
      graphs.slice(0, 1).map((graph) => ({ name, timeline: timelineOf(graph, context, withShared(scenario, shared)) })),
    ),
  )
}

/** What was asked for on the command line holds in each scenario that does not say otherwise. */
function withShared(scenario: FileScenario, shared: FileScenario): FileScenario {
  return {
    ...shared,
    ...scenario,
    outcomes: { ...shared.outcomes, ...scenario.outcomes },
    durations: { ...shared.durations, ...scenario.durations },
    unblock: { ...shared.unblock, ...scenario.unblock },
  }
}

function answered(make: () => readonly TitledRun[]): Answer {
  try {
    return { runs: make() }
  } catch (error) {
    // What a scenario asks and no pipeline can do is said in one line.
    if (error instanceof RangeError) return { problem: error.message }
    throw error
  }
}

async function graphsOf(file: string, context: BuildContext, world: World): Promise<readonly Graph[] | undefined> {
  const { compilations, diagnostics } = await compileFile(file, context, world)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const isFaulty = await printDiagnostics(errors, world)
  return isFaulty || compilations.length === 0 ? undefined : compilations.map(({ graph }) => graph)
}

/** The build that a scenario speaks of, otherwise that of the command line. */
function contextOf(scenario: FileScenario, base: BuildContext | undefined): BuildContext {
  const { build, pipeline, organization, env, changedFiles } = scenario
  if (base === undefined) return givenContext(scenario)
  if (!build && !pipeline && !organization && !env && !changedFiles) return base
  return givenContext({
    build: { ...base.build, ...build },
    pipeline: { ...base.pipeline, ...pipeline },
    organization: { ...base.organization, ...organization },
    env: { ...base.env, ...env },
    changedFiles,
  })
}

function timelineOf(graph: Graph, context: BuildContext, scenario: FileScenario): Timeline {
  const { agents, choices, ...own } = scenario
  return simulateGraphs([{ id: '1', graph, context, scenario: own }], { agents, choices })
}

function titleOf({ build: { branch, tag, pull_request: pull } }: BuildContext): string {
  if (tag !== undefined) return `tag ${tag}`
  return pull === undefined ? branch || 'no branch' : `pull request ${pull.id} (${branch})`
}
