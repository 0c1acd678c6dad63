import type { Diagnostic } from '../model/diagnostic.ts'
import { unmetGate } from './rules/gates/gate.ts'
import { passableGate } from './rules/gates/passable-gate.ts'

/** Whether something was found that a proof may take back: of a gate that the structure alone does not show to hold. */
export function needsProof({ code }: Pick<Diagnostic, 'code'>): boolean {
  return code === unmetGate.code || code === passableGate.code
}
