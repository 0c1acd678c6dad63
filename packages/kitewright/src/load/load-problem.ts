import type { Position } from '../locate/place.ts'

/** Why a file gave no value: what went wrong, and where if it is known. */
export interface LoadProblem {
  readonly kind:
    | 'syntax'
    | 'import-not-found'
    | 'not-installed'
    | 'thrown'
    | 'no-default-export'
    | 'ended'
    | 'unsettled'
    | 'sealed'
    | 'overdue'
  readonly message: string
  readonly position?: Position | undefined
  /** Length of the faulty text on the position's line, if it is known. */
  readonly length?: number | undefined
  readonly hint?: string | undefined
}
