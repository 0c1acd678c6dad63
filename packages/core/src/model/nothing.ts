/** What vanishes from a list of steps or dependencies, so that `condition && step` can be written. */
export type Nothing = false | null | undefined | ''

/** Whether a list entry is there only because a condition was not met. */
export function isNothing(value: unknown): value is Nothing {
  return value === false || value === null || value === undefined || value === ''
}
