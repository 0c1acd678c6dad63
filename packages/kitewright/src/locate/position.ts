/** A place in an author's file. Lines and columns count from 1, columns and lengths in UTF-16 units. */
export interface Position {
  readonly file: string
  readonly line: number
  readonly column: number
}
