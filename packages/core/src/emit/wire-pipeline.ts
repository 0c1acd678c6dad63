import type { InterpolatedValue } from '@kitewright/schema'

/** Plain data in Buildkite's shapes; a place may hold an expression that the agent fills in. Absent: `undefined`. */
export type WireValue = string | number | boolean | null | InterpolatedValue | readonly WireValue[] | WireMap

/** Fields in the order in which they are written. */
export interface WireMap {
  readonly [field: string]: WireValue | undefined
}

/** A whole pipeline, fields in final order. */
export interface WirePipeline extends WireMap {
  readonly steps?: readonly WireValue[] | undefined
}
