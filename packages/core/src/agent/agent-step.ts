import type { Path, StepKind } from '@kitewright/schema'
import type { Json } from './json.ts'

/** What the agent takes a step for. An `unknown` step is uploaded as it is, and interpolated everywhere. */
export type AgentStepKind = StepKind | 'unknown'

/** One step as the agent uploads it. */
export interface AgentStep {
  readonly kind: AgentStepKind
  readonly json: Json
  /** Where the step stands in the document. */
  readonly path: Path
  /** The children of a group. */
  readonly steps?: readonly AgentStep[] | undefined
}
