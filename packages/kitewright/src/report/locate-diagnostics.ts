import type { Diagnostic } from '@kitewright/core'
import type { Located } from '../locate/locate.ts'
import type { Place } from '../locate/place.ts'
import type { LocatedDiagnostic } from './located-diagnostic.ts'

/** Finds where the subject of a diagnostic, or what is related to it, is written. */
export type FindPlace = (subject: Pick<Diagnostic, 'origin'> & Partial<Diagnostic>) => Located | Place | undefined

/** Finds the author's lines that diagnostics speak of: their own, the ones they name, and the calls that led there. */
export function locateDiagnostics(diagnostics: readonly Diagnostic[], find: FindPlace): readonly LocatedDiagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { origin: _, related = [], ...others } = diagnostic
    const location = find(diagnostic)
    const calls = location !== undefined && 'related' in location ? location.related : []
    return {
      ...others,
      location,
      related: [
        ...related.map(({ message, origin }) => ({ message, location: find({ origin }) })),
        ...calls.map((call) => ({ message: 'called from here', location: call })),
      ],
    }
  })
}
