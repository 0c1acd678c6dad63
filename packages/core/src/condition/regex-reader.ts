/** Where the translation of a regular expression stands. */
export interface RegexReader {
  readonly source: string
  at: number
  /** Whether an inline `(?i)` holds here. */
  foldCase: boolean
  /** Whether everything so far has an equal in RegExp; what has none is accepted but cannot be tried. */
  translatable: boolean
  depth: number
}

/** Why a regular expression is refused, with offsets in its source. */
export interface RegexRefusal {
  readonly start: number
  readonly end: number
  readonly message: string
}

/** Stops the translation; {@link regexRefusal} finds the reason again. */
export function refuseRegex(start: number, end: number, message: string): never {
  const refusal: RegexRefusal = { start, end, message }
  throw new Error(message, { cause: { [refused]: refusal } })
}

/** The reason {@link refuseRegex} stopped with; anything else that was thrown is thrown again. */
export function regexRefusal(error: unknown): RegexRefusal {
  const cause = error instanceof Error ? error.cause : undefined
  if (typeof cause === 'object' && cause !== null && refused in cause) return cause[refused] as RegexRefusal
  throw error
}

const refused = Symbol('regular expression refused')
