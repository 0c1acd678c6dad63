import type { StepKind } from '@kitewright/schema'

/** What the agent takes a step for. `unknown` steps are uploaded as they are, and interpolated everywhere. */
export type DecodedKind = StepKind | 'unknown'
