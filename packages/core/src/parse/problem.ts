import type { Path } from '@kitewright/schema'

/** A place in the text: `offset` and `end` in UTF-16 units from 0, `line` and `column` from 1. */
export interface Span {
  readonly offset: number
  readonly end: number
  readonly line: number
  readonly column: number
}

/**
 * Something wrong with a pipeline's text.
 *
 * `error`: the agent refuses the document, or this reader does (its limits).
 * `warning`: the agent uploads it, but not as the author meant; `silent` when it does not even say so.
 */
export interface ParseProblem {
  readonly kind: ProblemKind
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** Which document of the stream, from 0. */
  readonly document: number
  readonly path: Path
  readonly span: Span
  readonly silent?: boolean | undefined
  /** What to do. */
  readonly hint?: string | undefined
}

export type ProblemKind =
  /** Not YAML, or YAML that the agent's reader does not take. */
  | 'syntax'
  /** Larger, deeper or wider than this reader takes. */
  | 'limit'
  /** Text that the agent reads in a way that nobody should rely on, and this reader not at all. */
  | 'quirk'
  /** A value of a type that has no place there. */
  | 'shape'
  /** A step that the agent uploads without knowing what it is. */
  | 'unknown-step'
  | 'no-steps'
  /** A number that JavaScript, and so this reader's canonical form, cannot hold exactly. */
  | 'inexact-number'
  /** A key that stands in one mapping twice. */
  | 'repeated-key'
  /** A tag of YAML where a text was meant. */
  | 'tag'
  /** A number that is printed with other digits than it is written. */
  | 'number'
