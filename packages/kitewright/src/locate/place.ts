/** A place in an author's file. Lines and columns count from 1, columns and lengths in UTF-16 units. */
export interface Position {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A stretch of one line of a file. */
export interface Place extends Position {
  /** At least 1; what goes on in the next line is not counted. */
  readonly length: number
  /** The text of the line, if the file could be read. */
  readonly sourceLine?: string | undefined
}
