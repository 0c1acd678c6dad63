import { placeAt } from '../locate/place-at.ts'
import type { LocatedDiagnostic } from '../report/located-diagnostic.ts'
import type { ApartResult, Files } from '../world/world.ts'
import { loadDiagnostic } from './load-diagnostic.ts'

/** Why an author's file that ran apart gave nothing. */
export function apartDiagnostic(
  { isOverdue, status, signal }: ApartResult,
  file: string,
  seconds: number,
  files: Files,
): LocatedDiagnostic {
  const problem = isOverdue
    ? ({ kind: 'overdue', message: `the file gave no pipeline within ${inWords(seconds)}` } as const)
    : ({ kind: 'ended', message: `the file ends the process: ${signal ?? `exit status ${status}`}` } as const)
  return loadDiagnostic(problem, files, placeAt({ file, line: 1, column: 1 }, files))
}

function inWords(seconds: number): string {
  return seconds === 1 ? '1 second' : `${seconds} seconds`
}
