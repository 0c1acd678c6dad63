import { relative } from 'node:path'
import type { Place } from '../locate/place.ts'
import type { ShownDiagnostic } from './shown-diagnostics.ts'
import type { ShownEdit } from './shown-edits.ts'

/** Diagnostics for a program to read: `{ "diagnostics": [ … ] }`, paths relative to the working directory. */
export function jsonReport(diagnostics: readonly ShownDiagnostic[], cwd: string): string {
  const entries = diagnostics.map(({ code, severity, message, path, why, hint, location, related, fix = nothing }) => ({
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
    ...jsonFix(fix(), cwd),
  }))
  return `${JSON.stringify({ diagnostics: entries }, undefined, 2)}\n`
}

const nothing = (): readonly ShownEdit[] => []

function jsonFix(edits: readonly ShownEdit[], cwd: string): { readonly fix?: readonly ShownEdit[] } {
  return edits.length === 0 ? {} : { fix: edits.map((edit) => ({ ...edit, file: relative(cwd, edit.file) })) }
}

function jsonLocation({ file, line, column, length }: Place, cwd: string): Record<string, string | number> {
  return { file: relative(cwd, file), line, column, endColumn: column + length }
}
