/** Where the reading of a regular expression stands. */
export interface RegexReader {
  readonly source: string
  at: number
  /** Whether letters stand for both cases here: by the flag `i`, or an inline `(?i)`. */
  foldCase: boolean
  /** Whether it is known what everything so far means; what is not is accepted but cannot be tried. */
  isKnown: boolean
  depth: number
  /** How many groups that take something have been begun, and how many there are. */
  groups: number
  readonly allGroups: number
}

/** Goes on behind a text where it stands next. Returns whether it does. */
export function take(reader: RegexReader, text: string): boolean {
  const found = reader.source.startsWith(text, reader.at)
  if (found) reader.at += text.length
  return found
}

/** Goes on behind what a sticky expression finds next. Returns it with its groups, or an empty list. */
export function takeMatch(reader: RegexReader, expression: RegExp): readonly (string | undefined)[] {
  const found = peekMatch(reader, expression)
  reader.at += found[0]?.length ?? 0
  return found
}

/** What a sticky expression finds next, with its groups; an empty list where it finds nothing. */
export function peekMatch({ source, at }: RegexReader, expression: RegExp): readonly (string | undefined)[] {
  expression.lastIndex = at
  return expression.exec(source) ?? []
}

const maximumDepth = 100

/** Reads what stands inside brackets, not too deep. */
export function deeper<Result>(reader: RegexReader, read: () => Result): Result {
  if (++reader.depth > maximumDepth)
    refuseRegex(reader.at, reader.at + 1, `groups stand more than ${maximumDepth} deep`)
  const result = read()
  reader.depth--
  return result
}

/** Why a regular expression is refused, with offsets in its source. */
export interface RegexRefusal {
  readonly start: number
  readonly end: number
  readonly message: string
}

/** Stops the reading; {@link regexRefusal} finds the reason again. */
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
