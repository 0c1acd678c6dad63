import { placeAt } from '../locate/place-at.ts'
import type { LocatedDiagnostic } from '../report/located-diagnostic.ts'
import type { ApartResult, Files, World } from '../world/world.ts'
import { loadDiagnostic } from './load-diagnostic.ts'

/**
 * Runs the whole command line apart where its time is limited, and passes on what it gives.
 *
 * @param tell Reports that it gave nothing. Returns the exit code.
 * @returns The exit code. Returns undefined where nothing limits it: then it is run in this process.
 */
export async function runInTime(
  { file, seconds }: { readonly file: string; readonly seconds: number | undefined },
  world: World,
  tell: (diagnostic: LocatedDiagnostic) => Promise<number>,
): Promise<number | undefined> {
  if (seconds === undefined || world.runApart === undefined) return undefined
  const ended = await world.runApart(seconds)
  if (ended.isOverdue || ended.status === undefined) {
    return tell(apartDiagnostic(ended, file, seconds, world))
  }
  world.stdout.write(ended.output)
  return ended.status
}

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
