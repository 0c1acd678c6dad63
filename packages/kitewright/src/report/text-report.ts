import { relative } from 'node:path'
import { type Paint, paint } from './paint.ts'
import type { Place } from '../locate/place.ts'
import { indented, oneLine } from '../text/visible.ts'
import { excerptOf } from './excerpt.ts'
import type { LocatedDiagnostic } from './located-diagnostic.ts'
import { mostUrgent } from './most-urgent.ts'

/** How diagnostics are printed. */
export interface TextOptions {
  /** Paths are shown relative to this folder. */
  readonly cwd: string
  readonly color: boolean
  /** As wide are the lines with the author's text. */
  readonly width: number
}

/** As many diagnostics as a reader goes through. */
const shown = 100

/** Diagnostics for a person to read, with the author's lines, and a line that counts them. */
export function textReport(diagnostics: readonly LocatedDiagnostic[], options: TextOptions): string {
  if (diagnostics.length === 0) return ''
  const parts = mostUrgent(diagnostics, shown).map((diagnostic) => textDiagnostic(diagnostic, options))
  const left = diagnostics.length - parts.length
  return `${[...parts, ...(left > 0 ? [`… and ${left} more`] : []), summary(diagnostics)].join('\n\n')}\n`
}

/** Such as `1 error, 2 warnings`. */
export function summary(diagnostics: readonly LocatedDiagnostic[]): string {
  const counts = (['error', 'warning', 'info'] as const).map((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
    return count === 0 ? '' : `${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`
  })
  return counts.filter((count) => count !== '').join(', ')
}

function textDiagnostic(diagnostic: LocatedDiagnostic, options: TextOptions): string {
  const { code, severity, message, why, hint, location, related } = diagnostic
  const style = paint(options.color)
  const gutter = ' '.repeat(String(location?.line ?? 0).length)
  const continued = `${gutter}   `
  const notes = related.map((place) => ({
    label: 'note',
    text: place.location ? `${place.message}: ${where(place.location, options)}` : place.message,
  }))
  return [
    `${style.severity(severity, `${severity}[${code}]`)}${style.strong(`: ${indented(message, continued)}`)}`,
    ...(location ? excerpt(location, gutter, severity, options, style) : []),
    ...[{ label: 'why', text: why }, ...notes, { label: 'help', text: hint }].flatMap(({ label, text }) =>
      text === undefined
        ? []
        : `${gutter} ${style.quiet('=')} ${style.strong(`${label}:`)} ${indented(text, continued)}`,
    ),
  ].join('\n')
}

function excerpt(
  location: Place,
  gutter: string,
  severity: LocatedDiagnostic['severity'],
  options: TextOptions,
  style: Paint,
): readonly string[] {
  const head = `${gutter}${style.quiet('-->')} ${where(location, options)}`
  if (location.sourceLine === undefined) return [head]
  const { line, indent, carets } = excerptOf(location, location.sourceLine, options.width - gutter.length - 3)
  return [
    head,
    `${gutter} ${style.quiet('|')}`,
    `${style.quiet(`${location.line} |`)} ${line}`,
    `${gutter} ${style.quiet('|')} ${indent}${style.severity(severity, carets)}`,
  ]
}

function where({ file, line, column }: Place, { cwd }: TextOptions): string {
  return `${oneLine(shownPath(file, cwd))}:${line}:${column}`
}

/** A path as a person names it: relative to where they stand, unless it is elsewhere. */
export function shownPath(file: string, cwd: string): string {
  const path = relative(cwd, file)
  return path.startsWith('../../') || path === '' ? file : path
}
