import type { Place } from '../locate/place.ts'
import type { LocatedDiagnostic } from './located-diagnostic.ts'

/** The author's lines without what may be a secret: reports are read in logs and on build pages. */
export function hideSecrets(diagnostics: readonly LocatedDiagnostic[]): readonly LocatedDiagnostic[] {
  const secrets = diagnostics.flatMap(({ isSecret, location }) => (isSecret && location ? location : []))
  if (secrets.length === 0) return diagnostics
  const hide = (location: Place | undefined): Place | undefined =>
    location && secrets.reduce((shown, secret) => withoutSecret(shown, secret), location)
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    location: hide(diagnostic.location),
    related: diagnostic.related.map((place) => ({ ...place, location: hide(place.location) })),
  }))
}

/** A place whose line shows stars for a secret of the same line; the length stays, and so do the carets. */
function withoutSecret(place: Place, { file, line, column, length }: Place): Place {
  if (place.sourceLine === undefined || place.file !== file || place.line !== line) return place
  const [before, after] = [place.sourceLine.slice(0, column - 1), place.sourceLine.slice(column - 1 + length)]
  return { ...place, sourceLine: `${before}${'*'.repeat(length)}${after}` }
}
