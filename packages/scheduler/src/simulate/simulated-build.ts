import type { BuildContext, Graph } from '@kitewright/core'
import type { BuildScenario } from './scenario.ts'

/** A pipeline that a job uploads. */
export interface UploadedGraph {
  readonly graph: Graph
  readonly replace?: boolean | undefined
}

/** A build that is to be simulated. */
export interface SimulatedBuild {
  readonly id: string
  /** What tells the pipelines of several builds apart. */
  readonly pipeline?: unknown
  readonly graph: Graph
  readonly context: BuildContext
  /** When it is created, in milliseconds. */
  readonly at?: number | undefined
  readonly scenario: BuildScenario
  /** What the jobs of a step upload at their end, by its key, in that order. */
  readonly uploads?: ReadonlyMap<string, readonly UploadedGraph[]> | undefined
  /** The builds that trigger steps start, by the slug of their pipeline. One that is not there only takes its time. */
  readonly children?: ReadonlyMap<string, ChildBuild> | undefined
}

/** A build that a trigger step starts: for what the step says of it. */
export type ChildBuild = (build: unknown) => Omit<SimulatedBuild, 'id' | 'at'>
