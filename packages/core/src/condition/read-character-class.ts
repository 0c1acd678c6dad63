import {
  type CharacterCategory,
  type CharacterRange,
  type CharacterSet,
  complement,
  rangeSet,
  withoutCase,
} from './character-set.ts'
import { readCharacterEscape } from './read-character-escape.ts'
import { readCharacterProperty } from './read-character-property.ts'
import { deeper, peekMatch, refuseRegex, take, takeMatch, type RegexReader } from './regex-reader.ts'

/** Classes by name, each as its ranges: two characters a range. All but "digit" and "space" are ASCII. */
const named: Readonly<Record<string, string>> = {
  alnum: '09AZaz',
  alpha: 'AZaz',
  ascii: '\0\x7f',
  blank: '\t\t  ',
  cntrl: '\0\x1f\x7f\x7f',
  graph: '!~',
  lower: 'az',
  print: ' ~',
  punct: '!/:@[`{~',
  space: '\t\r  \u00a0\u00a0\u1680\u1680\u2000\u200a\u2028\u2029\u202f\u202f\u205f\u205f\u3000\u3000\ufeff\ufeff',
  upper: 'AZ',
  word: '09AZ__az',
  xdigit: '09AFaf',
}

/** Classes by the letter behind `\`; that of the same letter as a capital is everything else. */
const lettered: Readonly<Record<string, string>> = { d: '09', s: '\t\n\f\r  ', w: '09AZ__az', h: '09AFaf' }

function rangesOf(pairs: string): readonly CharacterRange[] {
  return (pairs.match(/[^]{2}/g) ?? []).map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)])
}

/** The ranges of a class such as `\d` or `\D`; undefined for a letter that has none. */
export function letteredRanges(letter: string): readonly CharacterRange[] | undefined {
  const small = letter.toLowerCase()
  if (!Object.hasOwn(lettered, small) || letter === 'H') return undefined
  const ranges = rangesOf(lettered[small]!)
  return letter === small ? ranges : complement(ranges)
}

/** A class in the making. */
interface Reading {
  readonly reader: RegexReader
  readonly ranges: CharacterRange[]
  readonly categories: CharacterCategory[]
  without: CharacterSet | undefined
  /** What a range begins with whose end is still to come, and where. */
  from: { readonly code: number; readonly start: number } | undefined
}

/**
 * Reads the `[…]` whose inside comes next, as the official engine does: a leading `]` stands for itself, and
 * `[a-z-[b]]` takes out what the inner class holds (docs/spec/conditionals.md §9).
 */
export function readCharacterClass(reader: RegexReader): CharacterSet {
  const start = reader.at - 1
  const isNegated = take(reader, '^')
  const reading: Reading = { reader, ranges: [], categories: [], without: undefined, from: undefined }
  for (let isFirst = true; isFirst || !take(reader, ']'); isFirst = false) {
    if (reader.at >= reader.source.length) refuseRegex(start, reader.at, 'the "[" is never closed')
    if (!readNamed(reading) && !readEscaped(reading)) readPlain(reading, isFirst)
  }
  const { ranges, categories, without } = reading
  const isOpposed = categories.some((one) =>
    categories.some((other) => one.pattern === other.pattern && one.isNegated !== other.isNegated),
  )
  const set: CharacterSet = { ranges: isOpposed ? complement([]) : ranges, categories, isNegated, without }
  return reader.foldCase ? withoutCase(set) : set
}

/** Reads `[:name:]` or `[:^name:]`. A name that is never closed counts, and its characters are read once more. */
function readNamed({ reader, ranges, categories, from }: Reading): boolean {
  if (from) return false
  const start = reader.at
  const [written, hat, name = '', close] = peekMatch(reader, /\[:(\^?)([\p{L}\p{Mn}\p{Nd}\p{Pc}]*)(:\])?/uy)
  if (written === undefined) return false
  const isNegated = hat === '^'
  if (name === 'digit') categories.push({ pattern: '\\p{Nd}', isNegated })
  else if (Object.hasOwn(named, name))
    ranges.push(...(isNegated ? complement(rangesOf(named[name]!)) : rangesOf(named[name]!)))
  else refuseRegex(start, start + written.length, `there is no character class "${written}"`)
  return close !== undefined && take(reader, written)
}

function readEscaped(reading: Reading): boolean {
  const { reader, ranges, categories, from } = reading
  const start = reader.at
  if (reader.at + 1 >= reader.source.length || !take(reader, '\\')) return false
  const [letter = ''] = peekMatch(reader, /[dDsSwWhpP-]/y)
  if (letter === '') {
    addCharacter(reading, start, take(reader, 'b') ? 8 : readCharacterEscape(reader))
    return true
  }
  reader.at++
  if (letter === '-') {
    ranges.push([45, 45])
    return true
  }
  if (from) refuseRegex(from.start, reader.at, `a range cannot end in "\\${letter}"`)
  if (/p/i.test(letter)) categories.push(...readCharacterProperty(reader, letter === 'P'))
  else ranges.push(...letteredRanges(letter)!)
  return true
}

function readPlain(reading: Reading, isFirst: boolean): void {
  const { reader, ranges, from } = reading
  if (!isFirst && !from && take(reader, '-[')) return takeOut(reading)
  if (from && take(reader, '[')) {
    ranges.push([from.code, from.code])
    reading.from = undefined
    return takeOut(reading)
  }
  const start = reader.at
  const [character = ''] = takeMatch(reader, /[^]/uy)
  addCharacter(reading, start, character.codePointAt(0)!)
}

/** Adds a character, or what is between the one before a hyphen and it. */
function addCharacter(reading: Reading, start: number, code: number): void {
  const { reader, ranges, from } = reading
  if (from) {
    const spelled = reader.source.slice(from.start, reader.at)
    if (code < from.code) refuseRegex(from.start, reader.at, `the range "${spelled}" is the wrong way round`)
    ranges.push([from.code, code])
    reading.from = undefined
  } else if (peekMatch(reader, /-[^\]]/y).length > 0) {
    reading.from = { code, start }
    reader.at++
  } else ranges.push([code, code])
}

function takeOut(reading: Reading): void {
  const { reader } = reading
  reading.without = deeper(reader, () => readCharacterClass(reader))
  const next = reader.source[reader.at]
  if (next !== undefined && next !== ']')
    refuseRegex(reader.at, reader.at + 1, 'nothing follows what a character class takes out, but its "]"')
}

/** The set of a class by its letter; undefined for a letter that has none. */
export function letteredSet(letter: string): CharacterSet | undefined {
  const ranges = letteredRanges(letter)
  return ranges && rangeSet(...ranges)
}
