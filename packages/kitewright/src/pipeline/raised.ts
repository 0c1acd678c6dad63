import { matchesCode } from '@kitewright/core'
import type { LocatedDiagnostic } from '../report/located-diagnostic.ts'

/** What no rule tells, the reader of YAML, the agent or a kept rendering, as the error that it is to count as. */
export function raised(
  diagnostics: readonly LocatedDiagnostic[],
  codes: readonly string[] = [],
): readonly LocatedDiagnostic[] {
  return diagnostics.map((found) => (matchesCode(found.code, codes) ? { ...found, severity: 'error' } : found))
}
