/** The name of a field or the index of a list item, from the pipeline downwards. */
export type DataPath = readonly (string | number)[]

/** Something in a pipeline that no text can carry to the agent (docs/spec/text.md §4). */
export interface Unsendable {
  readonly path: DataPath
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
  | 'lone-surrogate'
  | 'long-key'
  | 'empty-key'
  | 'colliding-keys'
  | 'unstable-key'
  | 'bad-expression'
