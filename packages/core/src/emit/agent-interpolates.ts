import { isInterpolatedPlace } from '@kitewright/schema'
import type { DecodedKind } from '../agent/decoded-kind.ts'

/** What a text belongs to: the pipeline's own attributes, or a step as the agent decodes it. */
export type Owner = 'pipeline' | DecodedKind

/**
 * Whether the agent interpolates text at a path from the pipeline or step. The key of a map counts as the place of its
 * value. A step that the agent does not know is interpolated everywhere (docs/spec/text.md §1).
 */
export function agentInterpolates(owner: Owner, path: readonly (string | number)[]): boolean {
  return owner === 'unknown' || isInterpolatedPlace(owner, path)
}
