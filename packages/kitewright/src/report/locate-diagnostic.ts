import type { Diagnostic, Origin } from '@kitewright/core'
import { hideSecrets } from './hide-secrets.ts'
import { locate } from '../locate/locate.ts'
import type { LocatedDiagnostic } from './located.ts'

/** Files read and parsed so far: each is, once, however many diagnostics speak of it. */
type Sources = NonNullable<Parameters<typeof locate>[2]>['sources']

/** Finds the author's lines that diagnostics speak of: their own, the ones they name, and the calls that led there. */
export function locateDiagnostics(diagnostics: readonly Diagnostic[]): readonly LocatedDiagnostic[] {
  const sources: Sources = new Map()
  return hideSecrets(diagnostics.map((diagnostic) => locateDiagnostic(diagnostic, sources)))
}

function locateDiagnostic({ origin, related = [], ...diagnostic }: Diagnostic, sources: Sources): LocatedDiagnostic {
  const place = origin && find(origin, sources)
  return {
    ...diagnostic,
    location: place,
    related: [
      ...related.map(({ message, origin: other }) => ({ message, location: find(other, sources) })),
      ...(place?.related ?? []).map((location) => ({ message: 'called from here', location })),
    ],
  }
}

function find({ trace, path, target, span }: Origin, sources: Sources): ReturnType<typeof locate> {
  if (trace.stack === undefined) return undefined
  return locate(trace.stack, path, { target: target ?? 'value', span, sources })
}
