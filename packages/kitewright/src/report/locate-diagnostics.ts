import type { Diagnostic, Mend } from '@kitewright/core'
import type { Located } from '../locate/locate.ts'
import type { Place } from '../locate/place.ts'
import { distinctEdits, type TextEdit } from '../mend/text-edit.ts'
import type { LocatedDiagnostic } from './located-diagnostic.ts'
import { sortByPlace } from './sort-by-place.ts'

/** Finds where the subject of a diagnostic, or what is related to it, is written. */
export type FindPlace = (subject: Pick<Diagnostic, 'origin'> & Partial<Diagnostic>) => Located | Place | undefined

/** Finds the author's lines that diagnostics speak of: their own, the ones they name, and the calls that led there. */
export function locateDiagnostics(
  diagnostics: readonly Diagnostic[],
  find: FindPlace,
  editsOf: (mend: Mend) => readonly TextEdit[],
): readonly LocatedDiagnostic[] {
  const located = diagnostics.map((diagnostic) => {
    const { origin: _, related = [], mend, ...others } = diagnostic
    const location = find(diagnostic)
    const calls = location !== undefined && 'related' in location ? location.related : []
    return {
      ...others,
      location,
      related: [
        ...related.map(({ message, origin }) => ({ message, location: find({ origin }) })),
        ...calls.map((call) => ({ message: 'called from here', location: call })),
      ],
      ...(mend && { fix: () => distinctEdits(mend.flatMap(editsOf)) }),
    }
  })
  return sortByPlace(located)
}
