import type { World } from '../world/world.ts'
import type { LocatedDiagnostic } from './located-diagnostic.ts'

/** The forms of a report. */
export type ReportFormat = (typeof reportFormats)[number]

/** The forms of a report, by the name that `--format` takes. */
export const reportFormats = ['text', 'json', 'sarif', 'markdown'] as const

/** Whether a flag's value names a form. */
export function isReportFormat(value: unknown): value is ReportFormat {
  return reportFormats.some((format) => format === value)
}

/** Writes diagnostics in one of the forms; only the writer that is needed is loaded. */
export async function report(
  diagnostics: readonly LocatedDiagnostic[],
  format: ReportFormat,
  world: World,
): Promise<string> {
  switch (format) {
    case 'text': {
      const [{ textReport }, { wantsColor }] = await Promise.all([import('./text-report.ts'), import('./paint.ts')])
      return textReport(diagnostics, { cwd: world.cwd, color: wantsColor(world.stdout, world.env) })
    }
    case 'json':
      return (await import('./json-report.ts')).jsonReport(diagnostics, world.cwd)
    case 'markdown':
      return (await import('./markdown-report.ts')).markdownReport(diagnostics, world)
    case 'sarif':
      return writeSarif(diagnostics, world)
  }
}

async function writeSarif(diagnostics: readonly LocatedDiagnostic[], world: World): Promise<string> {
  const [{ sarifReport }, { version }, { readCatalogue }] = await Promise.all([
    import('./sarif-report.ts'),
    import('../version.ts'),
    import('../catalogue/read-catalogue.ts'),
  ])
  const catalogue = readCatalogue()
  const titleOf = (code: string): string | undefined => /^# KW\d{4}: (.*)$/m.exec(catalogue.get(code) ?? '')?.[1]
  return sarifReport(diagnostics, { cwd: world.cwd, version, titleOf })
}
