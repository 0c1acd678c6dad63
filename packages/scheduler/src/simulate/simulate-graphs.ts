import { makeTimeline } from './make-timeline.ts'
import { runBuilds } from './run-builds.ts'
import type { SharedScenario } from './scenario.ts'
import type { SimulatedBuild } from './simulated-build.ts'
import type { Timeline } from './timeline.ts'

/** What becomes of builds that share agents and concurrency groups. The same builds and scenarios give the same timeline. */
export function simulateGraphs(builds: readonly SimulatedBuild[], shared: SharedScenario): Timeline {
  return makeTimeline(runBuilds(builds, shared))
}
