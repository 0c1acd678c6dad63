import type { LoadProblem } from '../load/author.ts'
import type { Place } from '../locate/place.ts'
import { placeAt } from '../locate/place-at.ts'
import type { LocatedDiagnostic } from '../report/located-diagnostic.ts'
import type { Files } from '../world/world.ts'

/** Codes of what can be wrong with a file before it gives a pipeline. */
const codes = {
  syntax: 'KW1022',
  thrown: 'KW1023',
  'no-default-export': 'KW1024',
  'import-not-found': 'KW1026',
  'not-installed': 'KW1027',
  ended: 'KW1028',
  unsettled: 'KW1029',
} as const satisfies Record<LoadProblem['kind'], string>

const whys: Partial<Record<LoadProblem['kind'], string>> = {
  ended: 'with nothing printed and exit code 0, a build would pass without its steps',
  unsettled: 'nothing is left running that could settle it, so the pipeline would never be there',
}

const hints: Partial<Record<LoadProblem['kind'], string>> = {
  'no-default-export': 'write export default definePipeline([ … ])',
  ended: "write throw new Error('…') instead: its text is shown with its line",
  unsettled: 'look for an await of something that never calls its resolve or its callback',
}

/** Why a file gave no pipeline, as a diagnostic with its place; the fallback is for a problem that has none. */
export function loadDiagnostic(
  { kind, message, hint, position, length }: LoadProblem,
  files: Files,
  fallback?: Place,
): LocatedDiagnostic {
  return {
    code: codes[kind],
    severity: 'error',
    message,
    path: [],
    why: whys[kind],
    hint: hint ?? hints[kind],
    location: position === undefined ? fallback : placeAt(position, files, length),
    related: [],
  }
}
