import type { Output, World } from '../world/world.ts'
import type { LocatedDiagnostic } from './located-diagnostic.ts'
import { type ShownDiagnostic, shownDiagnostics } from './shown-diagnostics.ts'

/** The forms of a report. */
export type ReportFormat = (typeof reportFormats)[number]

/** The forms of a report, by the name that `--format` takes. */
export const reportFormats = ['text', 'json', 'sarif', 'markdown', 'github'] as const

/** Whether a flag's value names a form. */
export function isReportFormat(value: unknown): value is ReportFormat {
  return reportFormats.some((format) => format === value)
}

/**
 * Writes diagnostics in one of the forms; only the writer that is needed is loaded. Every report goes this way: secrets
 * are taken out here, before anything is escaped or cut.
 *
 * @param output Where it is going to be written.
 */
export async function report(
  diagnostics: readonly LocatedDiagnostic[],
  format: ReportFormat,
  world: World,
  output: Output = world.stdout,
): Promise<string> {
  const shown = shownDiagnostics(diagnostics, world)
  const cwd = world.mask.hide(world.cwd)
  switch (format) {
    case 'text': {
      const [{ textReport }, { wantsColor }, { usualWidth }] = await Promise.all([
        import('./text-report.ts'),
        import('./paint.ts'),
        import('./excerpt.ts'),
      ])
      return textReport(shown, { cwd, color: wantsColor(output, world.env), width: output.columns ?? usualWidth })
    }
    case 'json':
      return (await import('./json-report.ts')).jsonReport(shown, cwd)
    case 'markdown':
      return (await import('./markdown-report.ts')).markdownReport(shown, { cwd })
    case 'github':
      return (await import('./github-report.ts')).githubReport(shown, world.env['GITHUB_WORKSPACE'] ?? cwd)
    case 'sarif':
      return writeSarif(shown, cwd)
  }
}

async function writeSarif(diagnostics: readonly ShownDiagnostic[], cwd: string): Promise<string> {
  const [{ sarifReport }, { version }, { readCatalogue }] = await Promise.all([
    import('./sarif-report.ts'),
    import('../version.ts'),
    import('../catalogue/read-catalogue.ts'),
  ])
  const catalogue = readCatalogue()
  const titleOf = (code: string): string | undefined => /^# KW\d{4}: (.*)$/m.exec(catalogue.get(code) ?? '')?.[1]
  return sarifReport(diagnostics, { cwd, version, titleOf })
}
