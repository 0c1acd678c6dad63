import { type SimulatedBuild, simulateGraphs, type Timeline } from '@kitewright/scheduler'
import { prepare } from './prepare.ts'
import type { BuildOfSeveral, SharedOptions } from './scenario.ts'
import { type SimulatedBuilds, simulationOf } from './simulation.ts'
import { whenAll } from './when-all.ts'

/**
 * What would become of builds that share agents and concurrency groups, of one pipeline or of several.
 *
 * @throws InvalidPipeline where a pipeline has errors, another error where its function is async.
 * @example
 * const { builds } = simulateBuilds([{ pipeline }, { pipeline, at: '5m' }], { agents: 2 })
 * builds[1]?.step('deploy-test').waitedFor.concurrency // seconds
 */
export function simulateBuilds(builds: readonly BuildOfSeveral[], shared: SharedOptions = {}): SimulatedBuilds {
  return atOnce(whenAll(builds.map(prepare), (prepared) => simulated(prepared, shared)))
}

/** The same for pipelines whose function is async. */
export async function simulateBuildsAsync(
  builds: readonly BuildOfSeveral[],
  shared: SharedOptions = {},
): Promise<SimulatedBuilds> {
  return simulated(await Promise.all(builds.map(prepare)), shared)
}

/** The value, unless it is a promise. */
export function atOnce<Value>(value: Value | Promise<Value>): Value {
  if (!(value instanceof Promise)) return value
  value.catch(() => undefined)
  throw new Error('the function of the pipeline is async: simulate it with simulateAsync or simulateBuildsAsync')
}

function simulated(builds: readonly SimulatedBuild[], shared: SharedOptions): SimulatedBuilds {
  const timeline = simulateGraphs(builds, shared)
  const simulations = timeline.builds.map((build) => simulationOf(build, timeline))
  return {
    builds: simulations,
    build: (id) => {
      const found = simulations.find((one) => one.build.id === id)
      if (found === undefined) throw new Error(`there is no build "${id}"`)
      return found
    },
    duration: timeline.duration,
    queues: timeline.queues,
    choices: timeline.choices,
    timeline,
    oneMoreAgent: () => oneMoreAgent(builds, shared, timeline),
  }
}

function oneMoreAgent(
  builds: readonly SimulatedBuild[],
  shared: SharedOptions,
  { queues, duration }: Timeline,
): ReturnType<SimulatedBuilds['oneMoreAgent']> {
  const limited = Object.entries(queues).flatMap(([queue, { agents }]) =>
    agents === undefined ? [] : [{ queue, agents }],
  )
  const whole = Object.fromEntries(limited.map(({ queue, agents }) => [queue, agents]))
  return Object.fromEntries(
    limited.map(({ queue, agents }) => {
      const more = simulateGraphs(builds, { ...shared, agents: { ...whole, [queue]: agents + 1 } })
      return [queue, { duration: more.duration, saved: duration - more.duration }]
    }),
  )
}
