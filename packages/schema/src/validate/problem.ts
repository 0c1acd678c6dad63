/** One mistake in a step or a pipeline. */
export interface Problem {
  /** From the value that was validated to the mistake; for `missing`, to the object that lacks something. */
  readonly path: readonly (string | number)[]
  /**
   * `unknown`: no such attribute · `missing`: a required one is not there · `type`: text for a number and the like ·
   * `value`: none of the words allowed · `limit`: too long, too many, too large · `pattern`: not of the form required.
   */
  readonly kind: 'unknown' | 'missing' | 'type' | 'value' | 'limit' | 'pattern'
  /** What is wrong, in a sentence without position. */
  readonly message: string
  /** What would be right, in words: `a whole number`. */
  readonly expected: string
  /** A value that would be right, as TypeScript: `{ queue: 'deploy' }`. */
  readonly example?: string | undefined
  /** The attribute or word that was probably meant. */
  readonly suggestion?: string | undefined
  /** Whether nothing else can have been meant than the suggestion. */
  readonly isSure?: boolean | undefined
}
