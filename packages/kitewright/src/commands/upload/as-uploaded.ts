import { secretInEnv, tooManyJobs } from '@kitewright/core/check'
import type { LocatedDiagnostic } from '../../report/located-diagnostic.ts'

/**
 * What was found, as it counts for an upload. More jobs than one upload may make are split here, and need not be
 * reported; values written out under names that say they are secret are errors: the agent refuses them from version 4 on.
 */
export function asUploaded(
  diagnostics: readonly LocatedDiagnostic[],
  allowSecrets: boolean,
): readonly LocatedDiagnostic[] {
  return diagnostics
    .filter(({ code }) => code !== tooManyJobs.code)
    .map((found) => (found.code === secretInEnv.code && !allowSecrets ? { ...found, severity: 'error' } : found))
}
