import type { LoadProblem } from '../load/author.ts'
import type { Place } from '../locate/place.ts'
import { placeAt } from '../locate/place-at.ts'
import type { LocatedDiagnostic } from '../report/located-diagnostic.ts'
import type { Files } from '../world/world.ts'

/** What can be wrong with a file before it gives a pipeline. */
const texts: Readonly<Record<LoadProblem['kind'], Pick<LocatedDiagnostic, 'code' | 'why' | 'hint'>>> = {
  syntax: { code: 'KW1022' },
  thrown: { code: 'KW1023' },
  'no-default-export': { code: 'KW1024', hint: 'write export default definePipeline([ … ])' },
  'import-not-found': { code: 'KW1026' },
  'not-installed': { code: 'KW1027' },
  ended: {
    code: 'KW1028',
    why: 'the process ends before there is a pipeline, so nothing would be printed',
    hint: "write throw new Error('…') instead: its text is shown with its line",
  },
  unsettled: {
    code: 'KW1029',
    why: 'nothing is left running that could settle it, so the pipeline would never be there',
    hint: 'look for an await of something that never calls its resolve or its callback',
  },
  sealed: {
    code: 'KW1052',
    why: "with --sealed there is no network, program or thread, no writing, and no file but the repository's",
    hint: 'give what it needs as a file of the repository, or by --env NAME=VALUE; or render it without --sealed',
  },
  overdue: {
    code: 'KW1030',
    why: 'what never ends holds up the build: a loop, a program or an answer that is waited for',
    hint: 'give what is waited for a time limit of its own, or the file more time: --timeout SECONDS',
  },
}

/** Why a file gave no pipeline, as a diagnostic with its place; the fallback is for a problem that has none. */
export function loadDiagnostic(
  { kind, message, hint, position, length }: LoadProblem,
  files: Files,
  fallback?: Place,
): LocatedDiagnostic {
  const { code, why, hint: usual } = texts[kind]
  return {
    code,
    severity: 'error',
    message,
    path: [],
    why,
    hint: hint ?? usual,
    location: position === undefined ? fallback : placeAt(position, files, length),
    related: [],
  }
}
