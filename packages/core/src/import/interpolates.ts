import { isInterpolatedPlace } from '@kitewright/schema'
import type { AgentStepKind } from '../parse/decode-steps.ts'

/** Whose attributes a path leads through. */
export type Owner = AgentStepKind | 'pipeline'

/** Whether the agent interpolates a place; in a step that it does not know, every place (upload.md §4.3). */
export function interpolates(owner: Owner, path: readonly (string | number)[]): boolean {
  return owner === 'unknown' || isInterpolatedPlace(owner, path)
}
