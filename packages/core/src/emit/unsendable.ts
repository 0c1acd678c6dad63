import type { Path } from '@kitewright/schema'

/** Something in a pipeline that no text can carry to the agent (docs/spec/text.md §4). */
export interface Unsendable {
  /** From the pipeline. */
  readonly path: Path
  readonly problem: UnsendableProblem
  /** One sentence about what would happen. */
  readonly message: string
}

export type UnsendableProblem =
  | 'not-data'
  | 'cyclic'
  | 'too-deep'
  | 'not-finite'
  | 'large-integer'
  | 'changed-number'
  | 'lone-surrogate'
  | 'long-key'
  | 'empty-key'
  | 'colliding-keys'
  | 'unstable-key'
  | 'bad-expression'
