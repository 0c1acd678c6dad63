import type { Diagnostic, Origin } from '@kitewright/core'
import { locate } from '../locate/locate.ts'
import type { LocatedDiagnostic } from './located.ts'

/** Finds the author's lines that a diagnostic speaks of: its own, the ones it names, and the calls that led there. */
export function locateDiagnostic({ origin, related = [], ...diagnostic }: Diagnostic): LocatedDiagnostic {
  const place = origin && find(origin)
  return {
    ...diagnostic,
    location: place,
    related: [
      ...related.map(({ message, origin: other }) => ({ message, location: find(other) })),
      ...(place?.related ?? []).map((location) => ({ message: 'called from here', location })),
    ],
  }
}

function find({ trace, path, target, span }: Origin): ReturnType<typeof locate> {
  return trace.stack === undefined ? undefined : locate(trace.stack, path, { target: target ?? 'value', span })
}
