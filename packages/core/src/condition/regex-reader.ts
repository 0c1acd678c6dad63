/** Where the translation of a regular expression stands. */
export interface RegexReader {
  readonly source: string
  at: number
  /** Whether letters stand for both cases here: by the flag `i`, or an inline `(?i)`. */
  foldCase: boolean
  /** Whether it is known what everything so far means; what is not is accepted but cannot be tried. */
  translatable: boolean
  depth: number
  /** How many groups that take something have been begun, and how many there are. */
  groups: number
  readonly allGroups: number
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
