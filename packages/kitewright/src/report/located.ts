import type { Diagnostic } from '@kitewright/core'

/** A stretch of one line of a file. Lines and columns count from 1, columns and lengths in UTF-16 units. */
export interface Location {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly length: number
  /** The line's text, where the file could be read. */
  readonly sourceLine?: string | undefined
}

/** A diagnostic with the places of the author's files that it speaks of. */
export interface LocatedDiagnostic extends Omit<Diagnostic, 'origin' | 'related'> {
  readonly location?: Location | undefined
  readonly related: readonly { readonly message: string; readonly location?: Location | undefined }[]
}
