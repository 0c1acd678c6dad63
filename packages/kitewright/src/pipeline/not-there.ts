import type { LocatedDiagnostic } from '../report/located-diagnostic.ts'

/** Says that there is no pipeline where one was looked for. */
export function notThere(file: string, kind: 'folder' | undefined): LocatedDiagnostic {
  return {
    code: 'KW1021',
    severity: 'error',
    message: kind === 'folder' ? `there is no pipeline in the folder ${file}` : `there is no file ${file}`,
    path: [],
    hint: '`kitewright init` writes one; or name the file: kitewright render path/to/pipeline.ts',
    related: [],
  }
}
