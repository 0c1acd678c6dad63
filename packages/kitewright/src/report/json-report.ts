import { relative } from 'node:path'
import type { Place } from '../locate/place.ts'
import type { LocatedDiagnostic } from './located-diagnostic.ts'

/** Diagnostics for a program to read: `{ "diagnostics": [ … ] }`, paths relative to the working directory. */
export function jsonReport(diagnostics: readonly LocatedDiagnostic[], cwd: string): string {
  const entries = diagnostics.map(({ code, severity, message, path, why, hint, location, related }) => ({
    code,
    severity,
    message,
    path,
    ...(location && jsonLocation(location, cwd)),
    why,
    help: hint,
    related: related.map((place) => ({
      message: place.message,
      ...(place.location && jsonLocation(place.location, cwd)),
    })),
  }))
  return `${JSON.stringify({ diagnostics: entries }, undefined, 2)}\n`
}

function jsonLocation({ file, line, column, length }: Place, cwd: string): Record<string, string | number> {
  return { file: relative(cwd, file), line, column, endColumn: column + length }
}
