import type { Path } from '@kitewright/schema'
import type { DiagnosticCode } from './generated/codes.ts'
import type { Origin } from './origin.ts'

/** error: Buildkite refuses it or does something else than written. warning: legal, probably wrong. */
export type Severity = 'error' | 'warning' | 'info'

/** A second place that explains a diagnostic. */
export interface RelatedPlace {
  readonly message: string
  readonly origin: Origin
}

/** A change of one text of a pipeline, or of an attribute's name, that mends a diagnostic and means nothing else. */
export interface Mend {
  /** Where the text, or what has the name, is in the pipeline. */
  readonly path: Path
  /** Where its author wrote it. */
  readonly origin: Origin
  readonly from: string
  /** What stands there instead. */
  readonly to: Mended
}

/** What may stand in the place of a text. */
export type Mended = string | number | boolean

/** One problem of a pipeline, as plain data. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: Severity
  /** What is wrong, in one line. */
  readonly message: string
  /** Where it is in the pipeline, such as `['steps', 3, 'depends_on', 0]`. */
  readonly path: Path
  /** Where its author wrote it. */
  readonly origin?: Origin | undefined
  /** What happens if it stays. */
  readonly why?: string | undefined
  /** What to do. */
  readonly hint?: string | undefined
  readonly related?: readonly RelatedPlace[] | undefined
  /** What mends it, at all of its places; absent where a person has to decide. */
  readonly mend?: readonly Mend[] | undefined
  /** What of the value at its place may be a secret: no report shows it. */
  readonly secret?: string | undefined
}
