import { relative, sep } from 'node:path'
import { visible } from '../text/visible.ts'
import type { LocatedDiagnostic } from './located-diagnostic.ts'

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const

/**
 * Diagnostics as commands of a workflow of GitHub Actions, which shows them at the lines of a pull request:
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions. Each is one line, whatever texts of
 * others are in it, so that none of them can begin a command of its own.
 *
 * @param root Paths are given relative to this folder, which is that of the repository.
 */
export function githubReport(diagnostics: readonly LocatedDiagnostic[], root: string): string {
  return diagnostics.map((diagnostic) => `${command(diagnostic, root)}\n`).join('')
}

function command({ code, severity, message, why, hint, location, related }: LocatedDiagnostic, root: string): string {
  const properties = {
    ...(location && {
      file: relative(root, location.file).split(sep).join('/'),
      line: location.line,
      endLine: location.line,
      col: location.column,
      endColumn: location.column + location.length,
    }),
    title: code,
  }
  const notes = related.map((place) =>
    place.location ? `${place.message}: ${relative(root, place.location.file)}:${place.location.line}` : place.message,
  )
  const text = [message, why && `why: ${why}`, ...notes, hint && `help: ${hint}`].filter(Boolean).join('\n')
  const given = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  return `::${commands[severity]} ${given.join(',')}::${escapeText(text)}`
}

function escapeText(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
