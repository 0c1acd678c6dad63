import { isGiven } from './read-value.ts'

/** Whether `soft_fail` lets a step fail without failing the build; in doubt, where the agent fills it in, yes. */
export function mayFailSoftly(softFail: unknown): boolean {
  if (Array.isArray(softFail)) return softFail.length > 0
  return isGiven(softFail) && softFail !== false && softFail !== 'false'
}
