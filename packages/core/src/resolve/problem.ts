import type { Path } from '@kitewright/schema'
import type { Diagnostic, Mend } from '../model/diagnostic.ts'
import { type Authored, originAt } from '../model/origin-at.ts'

/** Where a structural fault is: a step or the pipeline, and the property inside it. */
export interface Place extends Authored {
  /** Where the step stands in the pipeline. */
  readonly path: Path
}

/** What is wrong, why it matters and what to do. */
export type ProblemText = Pick<Diagnostic, 'message' | 'why' | 'hint' | 'related' | 'mend'>

/** A mend of a text inside a step or the pipeline. */
export function mendAt(place: Place, inside: Path, { from, to }: Pick<Mend, 'from' | 'to'>): Mend {
  return { path: [...place.path, ...inside], origin: originAt(place, inside), from, to }
}

/** A structural fault as a diagnostic. All of them are errors: the pipeline cannot be sent as written. */
export function problem(code: Diagnostic['code'], place: Place, inside: Path, text: ProblemText): Diagnostic {
  return {
    code,
    severity: 'error',
    path: [...place.path, ...inside],
    origin: originAt(place, inside),
    ...text,
  }
}
