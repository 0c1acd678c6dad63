import type { Path } from '@kitewright/schema'
import { asList, asMap, isGiven } from './read-value.ts'

/** An exit status whose failure is forgiven; `*` is any but 0. */
export interface ForgivenStatus {
  readonly status: unknown
  readonly path: Path
}

/** The exit statuses that a `soft_fail` lists (docs/spec/pipeline.md §4.8). */
export function forgivenStatuses(softFail: unknown): readonly ForgivenStatus[] {
  return asList(softFail).map((item, index) => ({
    status: asMap(item)['exit_status'],
    path: ['soft_fail', index, 'exit_status'],
  }))
}

/** Whether `soft_fail` lets a step fail without failing the build. In doubt, where the agent fills it in, true. */
export function mayFailSoftly(softFail: unknown): boolean {
  if (Array.isArray(softFail)) return softFail.length > 0
  return isGiven(softFail) && softFail !== false && softFail !== 'false'
}
