import type { Span } from '@kitewright/schema'
import type { ConditionProblemReason } from './condition-problem.ts'

/** A mistake and its place in the text. */
export interface Mistake {
  readonly place: Span
  readonly reason: ConditionProblemReason
  readonly message: string
  readonly suggestion?: string | undefined
}
