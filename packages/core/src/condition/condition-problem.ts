import type { Span } from '@kitewright/schema'

/**
 * When Buildkite would notice: reading the text, checking its types, in a build that comes to the place, or looking at what
 * the whole yields (docs/spec/conditionals.md §4).
 */
export type ConditionProblemKind = 'parse' | 'validation' | 'evaluation' | 'result'

/** What is wrong, for a program to tell apart. */
export type ConditionProblemReason =
  | 'blank'
  | 'unexpected'
  | 'unterminated'
  | 'operator'
  | 'number'
  | 'escape'
  | 'expansion'
  | 'regex'
  | 'too-deep'
  | 'unknown-variable'
  | 'unknown-function'
  | 'unavailable'
  | 'arguments'
  | 'environment-name'
  | 'enumeration'
  | 'type'
  | 'negation'
  | 'not-boolean'

/** One mistake in a condition, with the offsets of its place in the text. */
export interface ConditionProblem extends Span {
  readonly kind: ConditionProblemKind
  readonly reason: ConditionProblemReason
  /** What is wrong, in the words of someone who writes conditions. */
  readonly message: string
  /** What may have been meant: the text to stand in the place of the mistake. */
  readonly suggestion?: string | undefined
}

/** Stops the parse: a condition has at most one problem of the kind `parse`, the first. */
export function refuse(
  reason: ConditionProblemReason,
  start: number,
  end: number,
  message: string,
  suggestion?: string,
): never {
  const problem: ConditionProblem = Object.freeze({ kind: 'parse', reason, start, end, message, suggestion })
  throw new Error(message, { cause: { [refusal]: problem } })
}

/** The problem that {@link refuse} stopped with; anything else that was thrown is thrown again. */
export function refusedProblem(error: unknown): ConditionProblem {
  const cause = error instanceof Error ? error.cause : undefined
  if (typeof cause === 'object' && cause !== null && refusal in cause) return cause[refusal] as ConditionProblem
  throw error
}

const refusal = Symbol('condition refused')
