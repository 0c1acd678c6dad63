import type { Diagnostic } from '@kitewright/core'
import type { TextEdit } from '../mend/text-edit.ts'
import type { Place } from '../locate/place.ts'

/** A diagnostic with the places of the author's files that it speaks of. */
export interface LocatedDiagnostic extends Omit<Diagnostic, 'origin' | 'related' | 'mend'> {
  readonly location?: Place | undefined
  readonly related: readonly { readonly message: string; readonly location?: Place | undefined }[]
  /** Finds the changes of the author's files that mend it; absent where a person has to decide. */
  readonly fix?: (() => readonly TextEdit[]) | undefined
}

/** Whether any of them is an error. */
export function hasErrors(diagnostics: readonly LocatedDiagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}
