import type { Place } from '../locate/place.ts'
import type { LocatedDiagnostic } from './located-diagnostic.ts'
import { shownPath, summary } from './text-report.ts'

/** As many diagnostics as a reader goes through; the agent takes a megabyte at most (docs/spec/upload.md §10). */
const shown = 50

/** Diagnostics as Markdown, for an annotation of the build or a comment. */
export function markdownReport(diagnostics: readonly LocatedDiagnostic[], { cwd }: { readonly cwd: string }): string {
  if (diagnostics.length === 0) return '**kitewright**: no problems found\n'
  const left = diagnostics.length - shown
  const parts = [
    `**kitewright**: ${summary(diagnostics)}`,
    ...diagnostics.slice(0, shown).map((diagnostic) => section(diagnostic, cwd)),
    ...(left > 0 ? [`… and ${left} more`] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function section({ code, severity, message, why, hint, location, related }: LocatedDiagnostic, cwd: string): string {
  const notes = related.map((place) =>
    place.location ? `${escape(place.message)}: ${where(place.location, cwd)}` : escape(place.message),
  )
  const lines = [why && `why: ${escape(why)}`, ...notes, hint && `**help: ${escape(hint)}**`]
  return [
    `**${severity} ${code}**: ${escape(message)}${location ? ` (${where(location, cwd)})` : ''}`,
    ...(location?.sourceLine === undefined ? [] : [excerpt(location, location.sourceLine)]),
    lines.flatMap((line) => (line ? [`- ${line}`] : [])).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** The author's line with carets below, in a fence that the line cannot close. */
function excerpt({ line, column, length }: Place, sourceLine: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...sourceLine.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)))
  const head = `${line} | `
  const indent = ' '.repeat(head.length) + sourceLine.slice(0, column - 1).replace(/[^\t]/g, ' ')
  return `${fence}\n${head}${sourceLine}\n${indent}${'^'.repeat(length)}\n${fence}`
}

function where({ line, column, file }: Place, cwd: string): string {
  return `\`${shownPath(file, cwd)}:${line}:${column}\``
}

/** Text as it is: nothing in it means anything to Markdown. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#~$&]/g, '\\$&').replace(/\s+/g, ' ')
}
