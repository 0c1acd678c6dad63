import { interpolatedText, isInterpolated } from '@kitewright/schema'
import type { PlainMap } from '@kitewright/schema'

/** What a step says of how many jobs of its kind may run at once (docs/spec/pipeline.md §5.2). */
export interface Concurrency {
  readonly limit: unknown
  readonly group: unknown
  /** The name of the group, or the expression that the agent makes it of. */
  readonly groupName: string | undefined
  readonly method: unknown
}

/** Reads `concurrency`, `concurrency_group` and `concurrency_method`; each is undefined where it is not there. */
export function concurrencyOf(attributes: PlainMap): Concurrency {
  const { concurrency, concurrency_group: group, concurrency_method: method } = attributes
  const groupName = isInterpolated(group) ? group[interpolatedText] : group
  return {
    limit: concurrency ?? undefined,
    group: group ?? undefined,
    groupName: typeof groupName === 'string' ? groupName : undefined,
    method: method ?? undefined,
  }
}
