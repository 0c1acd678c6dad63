import { isOn } from './read-value.ts'
import { forgivenStatuses } from './soft-fail.ts'

/** Whether a failure with an exit status is forgiven (docs/spec/pipeline.md §4.8). */
export function failsSoftly(softFail: unknown, exitStatus: number): boolean {
  if (exitStatus === 0) return false
  if (!Array.isArray(softFail)) return isOn(softFail) || softFail === '*'
  return forgivenStatuses(softFail).some(({ status }) => status === '*' || Number(status) === exitStatus)
}
