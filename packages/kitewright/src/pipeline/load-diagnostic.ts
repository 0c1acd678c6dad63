import type { LoadProblem } from '../load/load-problem.ts'
import type { LocatedDiagnostic } from '../report/located.ts'
import { sourceLocation } from '../report/source-location.ts'

/** Codes of what can be wrong with a file before it gives a pipeline. */
const codes = {
  'file-not-found': 'KW1021',
  syntax: 'KW1022',
  thrown: 'KW1023',
  'no-default-export': 'KW1024',
  'import-not-found': 'KW1026',
  'not-installed': 'KW1027',
} as const satisfies Record<LoadProblem['kind'], string>

const hints: Partial<Record<LoadProblem['kind'], string>> = {
  'file-not-found': '`kitewright init` writes one; or name the file: kitewright render path/to/pipeline.ts',
  'no-default-export': 'write export default definePipeline([ … ])',
}

/** Why a file gave no pipeline, as a diagnostic with its place. */
export function loadDiagnostic({ kind, message, hint, position, length }: LoadProblem): LocatedDiagnostic {
  return {
    code: codes[kind],
    severity: 'error',
    message,
    path: [],
    hint: hint ?? hints[kind],
    location: position && sourceLocation(position, length),
    related: [],
  }
}
