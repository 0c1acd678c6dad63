import type { Place } from '../locate/place.ts'
import { backticks, markdownCode, markdownText } from '../text/markdown.ts'
import { excerptOf, usualWidth } from './excerpt.ts'
import type { LocatedDiagnostic } from './located-diagnostic.ts'
import { mostUrgent } from './most-urgent.ts'
import { shownPath, summary } from './text-report.ts'

/** As many diagnostics as a reader goes through. */
const shown = 50

/** Two reports and what is said of them fit into an annotation, of 1 MiB (docs/spec/upload.md §10). */
const mostBytes = 400_000

/** Diagnostics as Markdown, for an annotation of the build or a comment. */
export function markdownReport(diagnostics: readonly LocatedDiagnostic[], { cwd }: { readonly cwd: string }): string {
  if (diagnostics.length === 0) return '**kitewright**: no problems found\n'
  const sections = fitting(mostUrgent(diagnostics, shown).map((diagnostic) => section(diagnostic, cwd)))
  const left = diagnostics.length - sections.length
  const parts = [`**kitewright**: ${summary(diagnostics)}`, ...sections, ...(left > 0 ? [`… and ${left} more`] : [])]
  return `${parts.join('\n\n')}\n`
}

function fitting(sections: readonly string[]): readonly string[] {
  let bytes = 0
  const end = sections.findIndex((each) => (bytes += Buffer.byteLength(each)) > mostBytes)
  return end < 0 ? sections : sections.slice(0, end)
}

function section({ code, severity, message, why, hint, location, related }: LocatedDiagnostic, cwd: string): string {
  const notes = related.map((place) =>
    place.location ? `${markdownText(place.message)}: ${where(place.location, cwd)}` : markdownText(place.message),
  )
  const lines = [why && `why: ${markdownText(why)}`, ...notes, hint && `**help: ${markdownText(hint)}**`]
  return [
    `**${severity} ${code}**: ${markdownText(message)}${location ? ` (${where(location, cwd)})` : ''}`,
    ...(location?.sourceLine === undefined ? [] : [excerpt(location, location.sourceLine)]),
    lines.flatMap((line) => (line ? [`- ${line}`] : [])).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** The author's line with carets below, in a fence that the line cannot close. */
function excerpt(place: Place, sourceLine: string): string {
  const { line, indent, carets } = excerptOf(place, sourceLine, usualWidth)
  const fence = backticks(line, 3)
  const head = `${place.line} | `
  return `${fence}\n${head}${line}\n${' '.repeat(head.length)}${indent}${carets}\n${fence}`
}

function where({ line, column, file }: Place, cwd: string): string {
  return markdownCode(`${shownPath(file, cwd)}:${line}:${column}`)
}
