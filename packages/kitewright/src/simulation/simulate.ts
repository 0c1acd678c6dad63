import type { Pipeline } from '@kitewright/core'
import type { Scenario } from './scenario.ts'
import { simulateBuilds, simulateBuildsAsync } from './simulate-builds.ts'
import type { Simulation } from './simulation.ts'

/**
 * What a build of a pipeline would do, without running anything: which steps start, when, and why not. Time is virtual; the
 * same scenario gives the same timeline.
 *
 * @param scenario What the build is and what happens in it; branch `main`, where every job passes after 60 seconds, unless told.
 * @throws InvalidPipeline where the pipeline has errors, another error where its function is async or a key is unknown.
 * @example
 * const run = simulate(pipeline, { outcomes: { integration: 'failed' } })
 * run.why('image') // 'not started: step "integration" failed with exit status 1'
 */
export function simulate(pipeline: Pipeline, scenario: Scenario = {}): Simulation {
  return simulateBuilds([{ pipeline, scenario }], scenario).builds[0] as Simulation
}

/** The same for a pipeline whose function is async. */
export async function simulateAsync(pipeline: Pipeline, scenario: Scenario = {}): Promise<Simulation> {
  return (await simulateBuildsAsync([{ pipeline, scenario }], scenario)).builds[0] as Simulation
}
