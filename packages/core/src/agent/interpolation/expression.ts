/** One piece of a text under the agent's interpolation: literal text, or an expansion of a variable. */
export type Part = string | Expansion

/** A parsed text: its parts in order. */
export type Expression = readonly Part[]

/** `$NAME`, or a form in braces, with what is needed to expand it. */
export type Expansion =
  | { readonly form: 'value'; readonly name: string }
  | { readonly form: 'if-empty' | 'if-unset' | 'required'; readonly name: string; readonly word: Expression }
  | { readonly form: 'substring'; readonly name: string; readonly offset: number; readonly length: number | undefined }

/**
 * What is wrong with a text under interpolation.
 *
 * `unset`: a required variable is missing; `offset`, `length`: a substring number cannot be read (also what `:?`, `:+`
 * and `:=` lead to); `depth`: expressions in one another deeper than this reader goes; `operator`: an unexpected character after the name, or no closing brace; `identifier`: a bad first
 * character after `${`. Source: docs/spec/upload.md §4.1.
 */
export interface InterpolationFault {
  readonly kind: 'unset' | 'offset' | 'length' | 'operator' | 'identifier' | 'depth'
  /** Index into the text, in UTF-16 units, at which reading stopped; for `unset`, 0. */
  readonly at: number
  readonly message: string
}
