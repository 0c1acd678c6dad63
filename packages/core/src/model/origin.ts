import type { Path, Span } from '@kitewright/schema'

/** The raw stack of a constructor's call: V8 formats it only when it is read, which is when a diagnostic is printed. */
export interface Trace {
  readonly stack?: string
  /** Finds a property where the value was made of a text and not written in a program. */
  readonly find?: ((path: Path, target?: 'key' | 'value') => TextPlace) | undefined
}

/** A stretch of one line of a text. Lines and columns count from 1, columns and lengths in UTF-16 units. */
export interface TextPlace {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly length: number
  readonly sourceLine?: string | undefined
}

/** Where a value was made by its author. */
export interface Origin {
  /** The call that made the step, plugin or pipeline. */
  readonly trace: Trace
  /** The property inside the call's argument, such as `['depends_on', 1]`. */
  readonly path: Path
  /** Whether the property's name or its value is meant. The value unless told. */
  readonly target?: 'key' | 'value' | undefined
  /** The part of a text that is meant, where it is not all of it. */
  readonly span?: PartOfText | undefined
}

/** A part of a text: its offsets, and what finds it in a source that spells the text otherwise. */
export interface PartOfText extends Span {
  readonly part: string
  /** How often the same part stands in the text before. */
  readonly before: number
}
