import { asMap, isGiven, isOn } from './read-value.ts'

/** Whether a person may also run a job again that passed; undefined where `retry.manual` does not say. */
export function permitsOnPassed(retry: unknown): boolean | undefined {
  const { permit_on_passed: permits } = asMap(asMap(retry)['manual'])
  return isGiven(permits) ? isOn(permits) : undefined
}
