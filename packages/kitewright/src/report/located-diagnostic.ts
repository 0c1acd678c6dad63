import type { Diagnostic } from '@kitewright/core'
import type { Place } from '../locate/place.ts'

/** A diagnostic with the places of the author's files that it speaks of. */
export interface LocatedDiagnostic extends Omit<Diagnostic, 'origin' | 'related'> {
  readonly location?: Place | undefined
  readonly related: readonly { readonly message: string; readonly location?: Place | undefined }[]
}

/** Whether any of them is an error. */
export function hasErrors(diagnostics: readonly LocatedDiagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}
