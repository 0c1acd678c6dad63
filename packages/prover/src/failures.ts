import type { Node } from '@kitewright/core'
import { failsSoftly, isOn, manualRetry, matrixShape } from '@kitewright/core/attributes'

/** An exit status of a step that is not forgiven; undefined where the step lets all behind it start, however it ends. */
export function hardFailure({ kind, attributes }: Node): number | undefined {
  if (kind !== 'command' && kind !== 'trigger') return undefined
  if (kind === 'trigger' && isOn(attributes['async'])) return undefined
  const ofCells =
    matrixShape(attributes['matrix'])?.adjustments.flatMap((one) => one.attributes['soft_fail'] ?? []) ?? []
  // A combination of a matrix may have another `soft_fail` than its step.
  return [attributes['soft_fail'], ...ofCells].map(unforgiven).find((status) => status !== undefined)
}

function unforgiven(softFail: unknown): number | undefined {
  return statuses.find((status) => !failsSoftly(softFail, status))
}

const statuses = Array.from({ length: 255 }, (_, index) => index + 1)

/** Whether a person may run a step's failed jobs again. In doubt, true. */
export function mayRunAgain({ attributes }: Node): boolean {
  return manualRetry(attributes['retry']).isAllowed !== false
}
