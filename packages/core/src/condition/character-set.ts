/** From one code point to another, both included. */
export type CharacterRange = readonly [from: number, to: number]

/** A Unicode category, script or property, or what is outside it. */
export interface CharacterCategory {
  readonly pattern: string
  readonly isNegated: boolean
}

/** Characters, as the official engine keeps a `[…]`: what is taken out goes last, also from what is negated. */
export interface CharacterSet {
  readonly ranges: readonly CharacterRange[]
  readonly categories: readonly CharacterCategory[]
  readonly isNegated: boolean
  readonly without: CharacterSet | undefined
}

/** The set of some ranges. */
export function rangeSet(...ranges: readonly CharacterRange[]): CharacterSet {
  return { ranges, categories: [], isNegated: false, without: undefined }
}

/** Everything that is in none of some ranges, which stand in order. */
export function complement(ranges: readonly CharacterRange[]): readonly CharacterRange[] {
  const starts = [0, ...ranges.map(([, to]) => to + 1)]
  const ends = [...ranges.map(([from]) => from - 1), 0x10ffff]
  return starts.map((from, i): CharacterRange => [from, ends[i]!]).filter(([from, to]) => from <= to)
}

/** Tells whether a character is in a set; the same one is looked for only once. */
export function characterTest(set: CharacterSet, ignoreCase: boolean): (character: string) => boolean {
  const known = new Map<string, boolean>()
  return (character) => {
    const found = known.get(character) ?? isIn(set, ignoreCase ? lowerCase(character) : character)
    known.set(character, found)
    return found
  }
}

function isIn({ ranges, categories, isNegated, without }: CharacterSet, character: string): boolean {
  const code = character.codePointAt(0)!
  const isListed = ranges.some(([from, to]) => from <= code && code <= to) || isInCategory(categories, character)
  return isListed !== isNegated && !(without && isIn(without, character))
}

/** As the official engine looks: the first category that holds the character, or that is negated, decides. */
function isInCategory(categories: readonly CharacterCategory[], character: string): boolean {
  for (const { pattern, isNegated } of categories) {
    const holds = new RegExp(pattern, 'u').test(character)
    if (holds || isNegated) return holds !== isNegated
  }
  return false
}

/** One character for one: that of "İ" is "i" alone. */
export function lowerCase(character: string): string {
  return character === 'İ' ? 'i' : character.toLowerCase()
}

/**
 * The set that tells of text in lower case what another one tells where case is ignored. A category of letters of one
 * case takes letters of any.
 */
export function withoutCase(set: CharacterSet): CharacterSet {
  const lower = joinRanges(set.ranges).flatMap((range) => [range, ...lowerCaseOf(range)])
  return { ...set, ranges: lower }
}

function lowerCaseOf([from, to]: CharacterRange): readonly CharacterRange[] {
  if (from === to) return [rangeOf(lowerCode(from))]
  const upper = to < 0x80 ? asciiUpper : upperCodes()
  return upper.filter((code) => from <= code && code <= to).map((code) => rangeOf(lowerCode(code)))
}

const rangeOf = (code: number): CharacterRange => [code, code]

const lowerCode = (code: number): number => lowerCase(String.fromCodePoint(code)).codePointAt(0)!

const asciiUpper: readonly number[] = Array.from({ length: 26 }, (_, index) => 65 + index)

/** The signs of ohm, kelvin and ångström are letters of their own to a range of the official engine. */
const signs: readonly number[] = [0x2126, 0x212a, 0x212b]

let knownUpper: readonly number[] | undefined

/** Every letter that has a lower case. */
function upperCodes(): readonly number[] {
  knownUpper ??= Array.from({ length: 0x1e944 }, (_, code) => code).filter(
    (code) => lowerCode(code) !== code && !signs.includes(code),
  )
  return knownUpper
}

/** Ranges in order, those joined that touch. */
function joinRanges(ranges: readonly CharacterRange[]): readonly CharacterRange[] {
  const joined: CharacterRange[] = []
  for (const [from, to] of ranges.toSorted(([one], [other]) => one - other)) {
    const last = joined.at(-1)
    if (last && from <= last[1] + 1) joined[joined.length - 1] = [last[0], Math.max(last[1], to)]
    else joined.push([from, to])
  }
  return joined
}
