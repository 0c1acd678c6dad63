import type { LocatedDiagnostic } from './located.ts'
import { shownPath, summary } from './text-report.ts'

/** Diagnostics for an annotation or a comment: what is wrong, where, why, and what to do. */
export function markdownReport(diagnostics: readonly LocatedDiagnostic[], cwd: string): string {
  if (diagnostics.length === 0) return ''
  return `${diagnostics.map((diagnostic) => item(diagnostic, cwd)).join('\n')}\n\n${summary(diagnostics)}\n`
}

function item({ code, severity, message, why, hint, location, related }: LocatedDiagnostic, cwd: string): string {
  const place = location && `${shownPath(location.file, cwd)}:${location.line}:${location.column}`
  const notes = related.map((other) => `note: ${other.message}`)
  const details = [why && `why: ${why}`, ...notes, hint && `help: ${hint}`].filter((line) => line !== undefined)
  return [
    `- **${severity} ${code}**: ${plain(message)}${place === undefined ? '' : ` (\`${place}\`)`}`,
    ...details.map((line) => `  <br>${plain(line)}`),
  ].join('\n')
}

/** Text that Markdown leaves as it is. */
function plain(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]|]/g, '\\$&')
    .replace(/\r?\n/g, '<br>')
}
